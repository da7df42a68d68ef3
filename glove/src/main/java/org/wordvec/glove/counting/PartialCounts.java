package org.wordvec.glove.counting;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The counts of several pieces of a corpus in one temporary file.
 *
 * <p>A band's block holds where its rows end, as int32, then its entries, each an int32 context and
 * a float64 value. The blocks lie in the order of their arrival; a table holds their places.
 */
final class PartialCounts implements AutoCloseable {
  private static final int ENTRY_BYTES = Integer.BYTES + Double.BYTES;
  private static final int BUFFER_BYTES = 1 << 20;

  private final Bands bands;
  private final long[][] places;
  private final TemporaryFile file;
  private final Arena arena = Arena.ofShared();
  private MemorySegment blocks = MemorySegment.NULL;

  PartialCounts(int pieces, Bands bands, Path folder) throws IOException {
    this.bands = bands;
    this.places = new long[pieces][bands.size()];
    this.file = new TemporaryFile(folder);
  }

  /** Keeps the counts of a piece's band. */
  void put(int piece, BandCounts counts) throws IOException {
    int words = counts.words();
    long bytes = (long) words * Integer.BYTES + (long) counts.size() * ENTRY_BYTES;
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.nativeOrder());
    long place = file.reserve(bytes);
    places[piece][counts.band()] = place;
    for (int row = 0; row < words; row++) {
      buffer.putInt(counts.end(row));
    }
    for (int entry = 0; entry < counts.size(); entry++) {
      if (buffer.remaining() < ENTRY_BYTES) {
        place = file.write(buffer.flip(), place);
        buffer.clear();
      }
      buffer.putInt(counts.context(entry)).putDouble(counts.value(entry));
    }
    file.write(buffer.flip(), place);
  }

  /** Maps what was put, to be merged. */
  void map() throws IOException {
    blocks = file.map(arena);
  }

  /** Sums a band over all pieces. */
  void merge(int band, RowSums row, BandCounts counts) {
    int words = bands.words(band);
    for (int word = 0; word < words; word++) {
      for (long[] piece : places) {
        addRow(piece[band], words, word, row);
      }
      row.moveTo(counts);
    }
  }

  private void addRow(long block, int words, int word, RowSums row) {
    long entries = block + (long) words * Integer.BYTES;
    int start = word == 0 ? 0 : blocks.get(ValueLayout.JAVA_INT_UNALIGNED, block + 4L * word - 4);
    int end = blocks.get(ValueLayout.JAVA_INT_UNALIGNED, block + 4L * word);
    for (int entry = start; entry < end; entry++) {
      long at = entries + (long) entry * ENTRY_BYTES;
      row.add(
          blocks.get(ValueLayout.JAVA_INT_UNALIGNED, at),
          blocks.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at + Integer.BYTES));
    }
  }

  @Override
  public void close() throws IOException {
    arena.close();
    file.close();
  }
}
