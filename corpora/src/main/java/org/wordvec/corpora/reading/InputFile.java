package org.wordvec.corpora.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file's bytes. Closing it never fails, since what was read is right all the same. */
public final class InputFile extends FilterInputStream {
  private InputFile(InputStream in) {
    super(in);
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be opened
   */
  public static InputStream open(Path path) throws IOException {
    return new InputFile(Files.newInputStream(path));
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException readAllTheSame) {
      // Some network file systems say here that their disk is full.
      return;
    }
  }
}
