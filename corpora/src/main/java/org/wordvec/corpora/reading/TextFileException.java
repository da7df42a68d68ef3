package org.wordvec.corpora.reading;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/**
 * A file of text cannot be used. The message is one line: the file, the line or byte where reading
 * stopped, what was expected there and what to do.
 */
public class TextFileException extends IOException {
  private static final long serialVersionUID = 1;

  /** With one line for the user. */
  public TextFileException(String message) {
    super(PrintableText.of(message));
  }

  /** With one line for the user, and who found out. */
  public TextFileException(String message, Throwable cause) {
    super(PrintableText.of(message), cause);
  }

  /** About a line of a file, which are counted from 1. */
  public static TextFileException atLine(String file, long line, String problem) {
    return new TextFileException(file + ": line " + line + ": " + problem);
  }

  /** Returns why bytes could not be read; decompressors say nothing where data end too early. */
  public static String reason(IOException e) {
    return switch (e) {
      case EOFException end -> "the compressed data end too early";
      case CharacterCodingException coding -> "not in the encoding that was given or found";
      default -> String.valueOf(e.getMessage());
    };
  }
}
