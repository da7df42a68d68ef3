package org.wordvec.vectors.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.NamedChannel;

/**
 * A stream whose exceptions name the file. The first exception is kept, as libraries that write to
 * the stream may wrap or swallow it.
 */
final class PathNamingStream extends FilterOutputStream {
  private final Path path;
  private @Nullable IOException failure;

  PathNamingStream(OutputStream stream, Path path) {
    super(stream);
    this.path = path;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  /** Throws the first exception, if there was one. */
  void check() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  private IOException remembered(IOException e) {
    IOException named = named(e, path);
    failure = failure == null ? named : failure;
    return named;
  }

  /**
   * Returns an exception whose message begins with the file's name; interruptions are returned
   * unchanged.
   */
  static IOException named(IOException e, Path path) {
    return String.valueOf(e.getMessage()).startsWith(path + ": cannot write: ")
        ? e
        : NamedChannel.failure(e, path.toString(), "write");
  }
}
