package org.wordvec.spark;

import java.io.Serializable;

/**
 * A part of a file: the lines that begin in a range of its bytes, or the Parquet row groups whose
 * middle lies there.
 *
 * @param path of the file
 * @param start first byte
 * @param end behind the last byte; {@link #WHOLE} for all that the file gives once it is unpacked
 */
record TextSplit(String path, long start, long end) implements Serializable {
  static final long WHOLE = Long.MAX_VALUE;

  /** Bytes, as far as they are known. */
  long bytes() {
    return end == WHOLE ? 0 : end - start;
  }
}
