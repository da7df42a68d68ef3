package org.wordvec.vectors.formats;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.WordBytes;

/** Checks that written vectors can be read again. */
final class Writable {
  /** Characters that a word before its values must not contain. */
  static final String BEFORE_VALUES = " \t\n\r";

  /** Characters that a word on a line of its own must not contain. */
  static final String ON_A_LINE = "\n\r";

  private static final int SHOWN = 40;

  private Writable() {}

  /** Checks words that are written before their values, and the values. */
  static void check(WordVectors vectors, Path path) throws VectorFormatException {
    check(vectors, path, BEFORE_VALUES);
  }

  /**
   * Checks words and values.
   *
   * @param separators characters that a word must not contain
   */
  static void check(WordVectors vectors, Path path, String separators)
      throws VectorFormatException {
    for (int row = 0; row < vectors.size(); row++) {
      checkWord(vectors.words().utf8(row), row, path, separators);
    }
    checkValues(vectors, path);
  }

  /** Checks that there are vectors and all values are finite. */
  static void checkValues(WordVectors vectors, Path path) throws VectorFormatException {
    if (vectors.size() == 0) {
      throw new VectorFormatException(path, "there are no words to write");
    }
    for (int row = 0; row < vectors.size(); row++) {
      for (float value : vectors.matrix().row(row)) {
        if (!Float.isFinite(value)) {
          throw new VectorFormatException(
              path,
              String.format(
                  Locale.ROOT,
                  "cannot write the vector of \"%s\" (row %d): it holds %s",
                  vectors.words().word(row),
                  row + 1,
                  value));
        }
      }
    }
  }

  private static void checkWord(byte[] word, int row, Path path, String separators)
      throws VectorFormatException {
    if (word.length == 0) {
      throw new VectorFormatException(path, "cannot write the empty word of row " + (row + 1));
    }
    if (word.length >= WordBytes.LONGEST) {
      throw new VectorFormatException(
          path,
          String.format(
              Locale.ROOT,
              "cannot write the word \"%s…\" (row %d): it has %d bytes, and fewer than %d can be"
                  + " read",
              new String(word, 0, SHOWN, StandardCharsets.UTF_8),
              row + 1,
              word.length,
              WordBytes.LONGEST));
    }
    for (byte character : word) {
      if (separators.indexOf(character) >= 0) {
        throw new VectorFormatException(
            path,
            String.format(
                Locale.ROOT,
                "cannot write the word \"%s\" (row %d): its %s would end it in this format",
                PrintableText.of(new String(word, StandardCharsets.UTF_8)),
                row + 1,
                name(character)));
      }
    }
  }

  private static String name(byte separator) {
    return switch (separator) {
      case ' ' -> "space";
      case '\t' -> "tab";
      case '\n' -> "newline";
      default -> "carriage return";
    };
  }
}
