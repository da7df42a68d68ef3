package org.wordvec.corpora.reading;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/**
 * Thrown if a text file cannot be used. The message is one line: the file, the line or byte where
 * reading stopped, what was expected there and what to do.
 */
public class TextFileException extends IOException {
  private static final long serialVersionUID = 1;

  /** Creates an exception with a message of one line. */
  public TextFileException(String message) {
    super(PrintableText.of(message));
  }

  /** Creates an exception with a message of one line and a cause. */
  public TextFileException(String message, Throwable cause) {
    super(PrintableText.of(message), cause);
  }

  /**
   * Creates an exception about a line of a file.
   *
   * @param line line number, from 1
   */
  public static TextFileException atLine(String file, long line, String problem) {
    return new TextFileException(file + ": line " + line + ": " + problem);
  }

  /** Returns the reason of a read error; decompressors give none if data end too early. */
  public static String reason(IOException e) {
    return switch (e) {
      case EOFException end -> "the compressed data end too early";
      case CharacterCodingException coding -> "not in the encoding that was given or found";
      default -> String.valueOf(e.getMessage());
    };
  }
}
