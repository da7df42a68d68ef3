package org.wordvec.vectors;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import org.wordvec.corpora.reading.PrintableText;

/**
 * A file is not laid out as it should be. The message is one line: the file, the line or byte where
 * reading stopped, and what was expected there.
 */
public final class VectorFormatException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private boolean repairable;

  /** About a file as a whole. */
  public VectorFormatException(Path path, String problem) {
    // What is quoted from a damaged file can hold anything.
    super(path + ": " + PrintableText.of(problem));
  }

  public static VectorFormatException atLine(Path path, long line, String problem) {
    return new VectorFormatException(path, "line " + line + ": " + problem);
  }

  /** About a place in a binary file. */
  public static VectorFormatException atByte(Path path, long offset, String problem) {
    return new VectorFormatException(path, "byte " + offset + ": " + problem);
  }

  /** Marks this as damage of rows, beside which others can be read. */
  public VectorFormatException repairable() {
    repairable = true;
    return this;
  }

  /**
   * Returns whether {@link org.wordvec.vectors.repair.Diagnosis} reads the rows before and between
   * the damage.
   */
  public boolean isRepairable() {
    return repairable;
  }
}
