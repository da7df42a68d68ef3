package org.wordvec.vectors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds where the rows of a mapped word2vec binary are. Only the words' ends are looked for, in
 * several threads, the values being leapt over.
 *
 * <p>A thread that starts in the middle has to guess where a row begins. The guess is no risk: it
 * counts only if the thread before, which knows, ends exactly there.
 */
final class BinaryRows {
  private static final long BYTES_PER_THREAD = 16 << 20;
  private static final int ROWS_THAT_CONVINCE = 8;
  private static final int LONGEST_GUESSED_WORD = 256;

  private final MemorySegment bytes;
  private final int rows;
  private final long valueBytes;
  private final boolean newlines;

  /**
   * A file's rows.
   *
   * @param newlines whether a newline ends a row, as C has it, or nothing, as gensim has it
   */
  BinaryRows(MemorySegment bytes, int rows, int dimensions, boolean newlines) {
    this.bytes = bytes;
    this.rows = rows;
    this.valueBytes = (long) dimensions * Float.BYTES;
    this.newlines = newlines;
  }

  /** Bytes from the end of a word to the beginning of the next. */
  long gap() {
    return 1 + valueBytes + (newlines ? 1 : 0);
  }

  /**
   * For each row the bytes of all words up to and with its own; nothing if the file is not laid out
   * in this way throughout.
   *
   * @param first where the first row begins
   */
  Optional<int[]> wordEnds(long first) {
    long size = bytes.byteSize();
    int parts = (int) Math.clamp((size - first) / BYTES_PER_THREAD, 1, threads());
    Part[] found = new Part[parts];
    long[] starts = new long[parts + 1];
    Arrays.fill(starts, size);
    starts[0] = first;
    for (int part = 1; part < parts; part++) {
      starts[part] = guess(first + (size - first) / parts * part);
    }
    Workers.run(
        parts, parts, () -> found, (all, part) -> all[part] = read(starts[part], starts[part + 1]));
    return joined(found, starts);
  }

  private int threads() {
    return bytes.isAccessibleBy(new Thread(() -> {}))
        ? Runtime.getRuntime().availableProcessors()
        : 1;
  }

  private Optional<int[]> joined(Part[] found, long[] starts) {
    int[] ends = new int[rows];
    int size = 0;
    long bytesBefore = 0;
    long end = starts[0];
    for (int i = 0; i < found.length; i++) {
      Part part = end == starts[i] ? found[i] : read(end, starts[i + 1]);
      if (part.rows > rows - size || bytesBefore + part.wordBytes() > Integer.MAX_VALUE) {
        return Optional.empty();
      }
      for (int row = 0; row < part.rows; row++) {
        ends[size++] = (int) bytesBefore + part.ends[row];
      }
      bytesBefore += part.wordBytes();
      end = part.end;
    }
    while (end < bytes.byteSize() && at(end) == '\n') {
      end++;
    }
    return size == rows && end == bytes.byteSize() ? Optional.of(ends) : Optional.empty();
  }

  /** Reads rows until one would begin at {@code stop} or behind, or where no row is. */
  private Part read(long start, long stop) {
    // Besides its values, a row has a letter and a space at least.
    Part part = new Part((int) Math.min(rows, (stop - start) / (valueBytes + 2) + 1));
    part.end = start;
    while (part.end < stop && part.rows < part.ends.length) {
      int length = wordLength(part.end, BinaryReader.LONGEST_WORD);
      long next = length < 1 ? -1 : next(part.end, length);
      if (next < 0 || part.wordBytes() > Integer.MAX_VALUE - length) {
        break;
      }
      part.ends[part.rows] = part.wordBytes() + length;
      part.rows++;
      part.end = next;
    }
    return part;
  }

  /** Where the row after this one begins, or −1 if this one does not end as it should. */
  private long next(long row, int length) {
    long end = row + length + 1 + valueBytes;
    if (end > bytes.byteSize()) {
      return -1;
    }
    if (!newlines || end == bytes.byteSize()) {
      return end;
    }
    return at(end) == '\n' ? end + 1 : -1;
  }

  /** Bytes up to the next space; 0 or −1 if there is no word here. */
  private int wordLength(long start, int longest) {
    long last = Math.min(bytes.byteSize(), start + longest);
    if (start < last && at(start) == '\n') {
      return -1;
    }
    for (long i = start; i < last; i++) {
      if (at(i) == ' ') {
        return (int) (i - start);
      }
    }
    return -1;
  }

  /** Where a row seems to begin, near a place; the end of the file if none does. */
  private long guess(long near) {
    for (long start = near; start < near + gap() + LONGEST_GUESSED_WORD; start++) {
      int length = wordLength(start, LONGEST_GUESSED_WORD);
      // What comes before a word can look like a part of it, but the row behind it is sure then.
      long second = length < 1 ? -1 : next(start, length);
      if (second > 0 && convinces(second)) {
        return second;
      }
    }
    return bytes.byteSize();
  }

  private boolean convinces(long start) {
    long row = start;
    for (int i = 0; i < ROWS_THAT_CONVINCE && row < bytes.byteSize(); i++) {
      int length = wordLength(row, LONGEST_GUESSED_WORD);
      if (length < 1 || !printable(row, length)) {
        return false;
      }
      row = next(row, length);
      if (row < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean printable(long start, int length) {
    for (long i = start; i < start + length; i++) {
      if (at(i) >= 0 && at(i) < ' ') {
        return false;
      }
    }
    return true;
  }

  private byte at(long offset) {
    return bytes.get(ValueLayout.JAVA_BYTE, offset);
  }

  /** The rows that one thread found, and where it stopped. */
  private static final class Part {
    final int[] ends;
    int rows;
    long end;

    Part(int most) {
      ends = new int[most];
    }

    int wordBytes() {
      return rows == 0 ? 0 : ends[rows - 1];
    }
  }
}
