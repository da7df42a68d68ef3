package org.wordvec.vectors.reading;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.wordvec.compute.NamedChannel;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.words.WordList;

/**
 * Locates the rows of a mapped word2vec binary by searching the ends of words and skipping the
 * values.
 *
 * <p>The position of a row follows from the one before, so that skipping through the mapping waits
 * for memory at every row, which takes longer for 3.6 GB than reading all of it sequentially. A
 * large file is therefore copied in chunks, which are scanned while they are in the cache. Several
 * threads scan a part each. The beginning of a part is guessed; the guess is used only if the part
 * before ends exactly there.
 */
public final class BinaryRows {
  private static final long LEAST_BYTES_PER_PART = 4 << 20;
  private static final int PARTS_PER_THREAD = 4;

  private final MemorySegment bytes;
  private final NamedChannel channel;
  private final int rows;
  private final long valueBytes;
  private final boolean newlines;
  private final long leastPart;

  /**
   * Creates a search for the rows of a file.
   *
   * @param bytes the mapped file
   * @param channel the file, open or closed; a closed one is read from the mapping
   * @param rows number of rows of the header
   * @param dimensions number of values of a row
   * @param newlines whether a newline ends a row, as in the C tool; gensim writes none
   */
  public BinaryRows(
      MemorySegment bytes, NamedChannel channel, int rows, int dimensions, boolean newlines) {
    this(bytes, channel, rows, dimensions, newlines, LEAST_BYTES_PER_PART);
  }

  /**
   * Creates a search with another minimum size of parts.
   *
   * @param leastBytesPerPart minimum number of bytes that a thread scans
   */
  public BinaryRows(
      MemorySegment bytes,
      NamedChannel channel,
      int rows,
      int dimensions,
      boolean newlines,
      long leastBytesPerPart) {
    this.bytes = bytes;
    this.channel = channel;
    this.rows = rows;
    this.valueBytes = (long) dimensions * Float.BYTES;
    this.newlines = newlines;
    this.leastPart = leastBytesPerPart;
  }

  /** Returns the number of bytes from the end of a word to the beginning of the next. */
  public long gap() {
    return 1 + valueBytes + (newlines ? 1 : 0);
  }

  /**
   * Returns the offsets of the words, or nothing if the layout of the rows is not uniform.
   *
   * @param first offset of the first row
   */
  public Optional<WordOffsets> find(long first) {
    long size = bytes.byteSize();
    int threads = threads();
    int count = Math.clamp((size - first) / leastPart, 1, threads * PARTS_PER_THREAD);
    long[] starts = new long[count + 1];
    starts[0] = first;
    starts[count] = size;
    FileWindow file = FileWindow.mapped(bytes);
    for (int part = 1; part < count; part++) {
      starts[part] = guess(first + (size - first) / count * part, file);
    }
    // A guess can exceed the next one if rows are long.
    for (int part = count - 1; part > 0; part--) {
      starts[part] = Math.min(starts[part], starts[part + 1]);
    }
    List<Part> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      parts.add(new Part(starts[part], starts[part + 1]));
    }
    new Workers(threads).share(count, () -> parts, (all, part) -> all.get(part).readRows());
    return joined(parts);
  }

  private int threads() {
    return bytes.isAccessibleBy(new Thread(() -> {}))
        ? Runtime.getRuntime().availableProcessors()
        : 1;
  }

  private Optional<WordOffsets> joined(List<Part> parts) {
    WordOffsets places = new WordOffsets(rows);
    long end = parts.getFirst().start;
    for (Part guessed : parts) {
      Part part = guessed;
      if (end != part.start) {
        part = new Part(end, part.stop);
        part.readRows();
      }
      if (!places.add(part.lengths, part.hashes, part.suspects, part.rows)) {
        return Optional.empty();
      }
      end = part.end;
    }
    FileWindow file = FileWindow.mapped(bytes);
    while (end < bytes.byteSize() && file.at(end) == '\n') {
      end++;
    }
    return places.areComplete() && end == bytes.byteSize() ? Optional.of(places) : Optional.empty();
  }

  /** Returns the offset of the next row, or −1 if this row does not end as expected. */
  private long next(long row, int length, FileWindow file) {
    long end = row + length + 1 + valueBytes;
    if (end > bytes.byteSize()) {
      return -1;
    }
    if (!newlines || end == bytes.byteSize()) {
      return end;
    }
    return file.at(end) == '\n' ? end + 1 : -1;
  }

  /**
   * Returns the offset of a plausible row near an offset, or the end of the file if there is none.
   */
  private long guess(long near, FileWindow file) {
    for (long start = near; start < near + gap() + GuessedRow.LONGEST_WORD; start++) {
      int length = GuessedRow.wordLength(file, start);
      // The bytes before a word can look like a part of it, but the next row is then certain.
      long second = length < 1 ? -1 : next(start, length, file);
      if (second > 0 && convinces(second, file)) {
        return second;
      }
    }
    return bytes.byteSize();
  }

  private boolean convinces(long start, FileWindow file) {
    long row = start;
    for (int i = 0; i < GuessedRow.ENOUGH && row < bytes.byteSize(); i++) {
      int length = GuessedRow.wordLength(file, row);
      row = length < 1 ? -1 : next(row, length, file);
      if (row < 0) {
        return false;
      }
    }
    return true;
  }

  /** A sequence of rows that one thread scans. */
  private final class Part {
    private final long start;
    private final long stop;
    private int[] lengths = {};
    private int[] hashes = {};
    private final BitSet suspects = new BitSet();
    private int rows;
    private long end;

    Part(long start, long stop) {
      this.start = start;
      this.stop = stop;
      this.end = start;
    }

    void readRows() {
      int usual = (int) Math.min(BinaryRows.this.rows, (stop - start) / (gap() + 4) + 1);
      lengths = new int[usual];
      hashes = new int[usual];
      FileWindow file = FileWindow.inOrder(bytes, channel);
      boolean more = true;
      while (more) {
        more = readRow(file);
      }
    }

    /** Scans a row; returns false at the stop or if there is no valid row. */
    private boolean readRow(FileWindow file) {
      if (end >= stop || rows == BinaryRows.this.rows) {
        return false;
      }
      long last = Math.min(bytes.byteSize(), end + WordBytes.LONGEST);
      int hash = 0;
      // The sign bit is set if a byte is beyond ASCII or a control character.
      int marks = 0;
      long place = end;
      byte character = file.at(place);
      if (character == '\n'
          || (character == '\r' && place + 1 < bytes.byteSize() && file.at(place + 1) == '\n')) {
        return false;
      }
      while (character != ' ') {
        hash = WordList.hash(hash, character);
        marks |= character | (character - ' ');
        place++;
        if (place == last) {
          return false;
        }
        character = file.at(place);
      }
      int length = (int) (place - end);
      if (length == 0 || bytes.byteSize() - place - 1 < valueBytes) {
        return false;
      }
      // In this order, since the window moves forwards.
      boolean suspect = marks < 0 && !isPlausible(length, file);
      boolean usual = haveUsualValues(place + 1, file);
      long next = BinaryRows.this.next(end, length, file);
      if (next < 0) {
        return false;
      }
      if (rows == lengths.length) {
        lengths = Arrays.copyOf(lengths, Math.min(BinaryRows.this.rows, 2 * rows + 2));
        hashes = Arrays.copyOf(hashes, lengths.length);
      }
      if (!usual || suspect) {
        suspects.set(rows);
      }
      lengths[rows] = length;
      hashes[rows++] = hash;
      end = next;
      return true;
    }

    /** Returns whether the word of the next row is plausible. */
    private boolean isPlausible(int length, FileWindow file) {
      if (length > GuessedRow.LONGEST_WORD) {
        return false;
      }
      byte[] word = new byte[length];
      file.at(end, length).get(word);
      return WordBytes.of(word, 0, length).arePlausible();
    }

    /** Checks three values, which is sufficient to detect misaligned rows. */
    private boolean haveUsualValues(long values, FileWindow file) {
      return BinaryRow.isUsual(file.at(values, Float.BYTES).getInt())
          && (valueBytes == Float.BYTES
              || (BinaryRow.isUsual(file.at(values + Float.BYTES, Float.BYTES).getInt())
                  && BinaryRow.isUsual(
                      file.at(values + valueBytes - Float.BYTES, Float.BYTES).getInt())));
    }
  }
}
