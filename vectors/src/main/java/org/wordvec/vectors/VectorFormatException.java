package org.wordvec.vectors;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import org.wordvec.corpora.reading.PrintableText;

/**
 * Thrown if a file of vectors is malformed. The message is one line: the file, the line or byte
 * where reading stopped, and what was expected there.
 */
public final class VectorFormatException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private boolean repairable;

  /** Creates an exception about a file as a whole. */
  public VectorFormatException(Path path, String problem) {
    // A quotation from a damaged file can contain any characters.
    super(path + ": " + PrintableText.of(problem));
  }

  /**
   * Creates an exception about a line of a text file.
   *
   * @param line line number, from 1
   */
  public static VectorFormatException atLine(Path path, long line, String problem) {
    return new VectorFormatException(path, "line " + line + ": " + problem);
  }

  /**
   * Creates an exception about a position in a binary file.
   *
   * @param offset offset in bytes, from 0
   */
  public static VectorFormatException atByte(Path path, long offset, String problem) {
    return new VectorFormatException(path, "byte " + offset + ": " + problem);
  }

  /** Marks this as damage of some rows, while others can be read; returns this exception. */
  public VectorFormatException repairable() {
    repairable = true;
    return this;
  }

  /**
   * Returns whether {@link org.wordvec.vectors.repair.Diagnosis} can read the rows before and
   * between the damage.
   */
  public boolean isRepairable() {
    return repairable;
  }
}
