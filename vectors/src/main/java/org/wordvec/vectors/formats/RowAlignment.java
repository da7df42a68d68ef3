package org.wordvec.vectors.formats;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.reading.BinaryRow;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.GuessedRow;
import org.wordvec.vectors.reading.SuspiciousWords;
import org.wordvec.vectors.reading.WordOffsets;

/**
 * Checks the rows of a word2vec binary while they are read. Files whose rows are misaligned are
 * rejected, and implausible words are counted. Not safe for use by several threads.
 */
final class RowAlignment {

  private final Path path;
  private final int dimensions;
  private final SuspiciousWords oddWords = new SuspiciousWords();
  private boolean previousValues = true;
  private int swapped;
  private long firstHuge = -1;
  private float huge;

  RowAlignment(Path path, int dimensions) {
    this.path = path;
    this.dimensions = dimensions;
  }

  /**
   * Checks the next row of a reader.
   *
   * @param row number of the row, from 0
   */
  void check(ByteReader in, int row) throws VectorFormatException {
    check(in.window(), in.position(), in.limit(), in.isEnded(), in.offset(), row);
  }

  /** Checks the suspicious rows of a mapped file and the rows before them. */
  void checkSuspects(MemorySegment file, long first, long gap, WordOffsets places)
      throws VectorFormatException {
    BitSet suspects = places.suspects();
    for (int row = suspects.nextSetBit(0); row >= 0; row = suspects.nextSetBit(row + 1)) {
      if (row > 0 && !suspects.get(row - 1)) {
        // An implausible word may be caused by the row before.
        check(file, first, gap, places.ends(), row - 1);
      }
      check(file, first, gap, places.ends(), row);
    }
  }

  private void check(MemorySegment file, long first, long gap, int[] ends, int row)
      throws VectorFormatException {
    int before = row == 0 ? 0 : ends[row - 1];
    long start = first + row * gap + before;
    long wanted = ends[row] - before + gap + 2L * GuessedRow.LONGEST_WORD;
    int size = (int) Math.min(wanted, file.byteSize() - start);
    byte[] bytes = new byte[size];
    file.asSlice(start, size).asByteBuffer().get(bytes);
    check(bytes, 0, size, start + size == file.byteSize(), start, row);
  }

  private void check(byte[] bytes, int from, int to, boolean last, long offset, int row)
      throws VectorFormatException {
    BinaryRow judged = BinaryRow.at(bytes, from, to, last, dimensions);
    int length = judged.wordLength();
    if (length < 0) {
      return;
    }
    if (judged.spaced()) {
      String word = new String(bytes, from, length, StandardCharsets.UTF_8);
      throw VectorFormatException.atByte(
          path,
          offset,
          String.format(
              Locale.ROOT,
              "row %d seems to be of \"%s\", but a space ends a word in word2vec's binary",
              row + 1,
              PrintableText.shortened(word)));
    }
    boolean odd = oddWords.check(bytes, from, from + length, row);
    if (odd && !(judged.values() && previousValues)) {
      throw VectorFormatException.atByte(
          path,
          offset,
          String.format(
              Locale.ROOT,
              "expected the word of row %d, found bytes that are not a word, beside implausible"
                  + " values; rows are misaligned",
              row + 1));
    }
    if (!judged.values() && firstHuge < 0) {
      findHuge(bytes, from + length + 1, to, row);
    }
    if (!judged.values() && BinaryRow.areSwapped(bytes, from + length + 1, to, dimensions)) {
      swapped++;
    }
    previousValues = judged.values();
  }

  private void findHuge(byte[] bytes, int from, int to, int row) {
    for (int at = from; at <= to - Float.BYTES && at < from + dimensions * Float.BYTES; at += 4) {
      int bits = BinaryRow.bits(bytes, at);
      if (BinaryRow.isHuge(bits)) {
        firstHuge = row + 1L;
        huge = Float.intBitsToFloat(bits);
        return;
      }
    }
  }

  /** Rejects a file if most of its rows are plausible only with swapped bytes. */
  void requireByteOrder(int rows) throws VectorFormatException {
    if (2L * swapped > rows) {
      throw new VectorFormatException(
          path,
          String.format(
              Locale.ROOT,
              "%d of its %d rows have their highest byte first, expected float32 with the lowest"
                  + " first; write it anew, say with numpy's astype('<f4')",
              swapped,
              rows));
    }
  }

  /** Returns notes on irregularities of a readable file. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    oddWords.note(notes);
    if (firstHuge >= 0) {
      notes.add("row " + firstHuge + " contains " + huge + ", which is implausibly large");
    }
    return notes;
  }
}
