package org.wordvec.vectors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Checks that vectors can be written so that they can be read again. */
final class Writable {
  private Writable() {}

  static void check(WordVectors vectors, Path path) throws VectorFormatException {
    if (vectors.size() == 0) {
      throw new VectorFormatException(path, "there are no words to write");
    }
    for (int row = 0; row < vectors.size(); row++) {
      checkWord(vectors.words().utf8(row), row, path);
      for (float value : vectors.matrix().row(row)) {
        if (!Float.isFinite(value)) {
          throw new VectorFormatException(
              path,
              "cannot write the vector of \"%s\" (row %d): it holds %s"
                  .formatted(vectors.words().word(row), row + 1, value));
        }
      }
    }
  }

  private static void checkWord(byte[] word, int row, Path path) throws VectorFormatException {
    if (word.length == 0) {
      throw new VectorFormatException(path, "cannot write the empty word of row " + (row + 1));
    }
    for (byte character : word) {
      String separator =
          switch (character) {
            case ' ' -> "space";
            case '\t' -> "tab";
            case '\n' -> "newline";
            case '\r' -> "carriage return";
            default -> null;
          };
      if (separator != null) {
        throw new VectorFormatException(
            path,
            "cannot write the word \"%s\" (row %d): its %s would end it in this format"
                .formatted(
                    new String(word, StandardCharsets.UTF_8).replaceAll("[\\t\\n\\r]", "?"),
                    row + 1,
                    separator));
      }
    }
  }
}
