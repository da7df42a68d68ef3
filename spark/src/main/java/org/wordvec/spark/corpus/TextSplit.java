package org.wordvec.spark.corpus;

import java.io.Serializable;

/**
 * Selects a part of a file: the lines that begin in a range of its bytes, or the Parquet row groups
 * whose middle lies in it.
 *
 * @param path of the file
 * @param start first byte
 * @param end exclusive; {@link #WHOLE} for all that the file contains once it is decompressed
 */
public record TextSplit(String path, long start, long end) implements Serializable {
  /** Takes the place of an end that is not known. */
  public static final long WHOLE = Long.MAX_VALUE;

  /** Returns the number of bytes, or 0 if it is not known. */
  public long bytes() {
    return end == WHOLE ? 0 : end - start;
  }
}
