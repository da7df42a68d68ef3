package org.wordvec.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records the first failure of a stream, which a {@code PrintWriter} above it would swallow. */
public final class RecordedOutput extends FilterOutputStream {
  private @Nullable IOException failure;

  RecordedOutput(OutputStream stream) {
    super(stream);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /** Returns the first failure of a write, if any. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }
}
