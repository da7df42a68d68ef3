package org.wordvec.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers its first failure, which a {@code PrintWriter} would swallow. */
public final class AnswerStream extends FilterOutputStream {
  private @Nullable IOException failure;

  AnswerStream(OutputStream stream) {
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

  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }
}
