package org.wordvec.glove.entries;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wordvec.compute.CounterRandom;
import org.wordvec.glove.counting.BandCounts;
import org.wordvec.glove.counting.Bands;
import org.wordvec.glove.counting.CooccurrenceMatrix;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.counting.EntryMemory;
import org.wordvec.glove.entries.EntrySlice.Orientation;

/**
 * The entries of the co-occurrence matrix as training reads them, off heap.
 *
 * <p>The matrix is cut into tiles of one band of words and at least {@value Bands#ROWS} contexts:
 * as many more as it takes for {@value #TILE_ENTRIES} entries. Where entries are dense, the
 * parameters of a tile fit a core's L2 cache; where they are not, those of the words do. Inside a
 * tile the entries lie in random order, and are cut into slices of {@value #SLICE_ENTRIES} at most.
 * Of a mirrored matrix each slice is there twice, in both orientations, sharing memory.
 */
public final class EntryTiles implements AutoCloseable {
  private static final int TILE_ENTRIES = 2048;
  private static final int SLICE_ENTRIES = 8192;
  private static final int WIDEST = 1 << 16;

  private final Bands bands;
  private final int columns;
  private final boolean mirrored;
  private final Weighting weighting;
  private final long key;
  private final EntryMemory memory;
  private final List<EntrySlice> slices = new ArrayList<>();
  private long size;

  EntryTiles(
      CooccurrenceMatrix matrix,
      Weighting weighting,
      long seed,
      Cooccurrences.Resources resources) {
    this.bands = matrix.bands();
    this.columns = (matrix.words() + Bands.ROWS - 1) / Bands.ROWS;
    this.mirrored = matrix.mirrored();
    this.weighting = weighting;
    this.key = CounterRandom.key(seed, -1);
    this.memory = new EntryMemory(resources.memory(), resources.folder());
  }

  /** Adds the entries of a band; safe for use by several threads. */
  void add(BandCounts counts) throws IOException {
    if (counts.size() == 0) {
      return;
    }
    int[] sizes = new int[columns];
    for (int entry = 0; entry < counts.size(); entry++) {
      sizes[counts.context(entry) / Bands.ROWS]++;
    }
    int[] tileOf = new int[columns];
    List<Tile> tiles = cut(sizes, tileOf);
    MemorySegment entries = memory.allocate((long) counts.size() * EntrySlice.ENTRY_BYTES);
    place(counts, tiles, tileOf, entries);
    List<EntrySlice> cut = new ArrayList<>();
    for (Tile tile : tiles) {
      shuffle(entries, tile, counts.band());
      slice(entries, tile, counts.band(), cut);
    }
    long own = mirrored ? 2L * counts.size() - onDiagonal(counts) : counts.size();
    synchronized (this) {
      slices.addAll(cut);
      size += own;
    }
  }

  /** The entries of a tile among those of its band, and its first context. */
  private record Tile(int start, int size, int firstContext, int endContext) {}

  /** Joins neighbouring columns until they have enough entries. */
  private List<Tile> cut(int[] sizes, int[] tileOf) {
    List<Tile> tiles = new ArrayList<>();
    int start = 0;
    int first = 0;
    int gathered = 0;
    for (int column = 0; column < columns; column++) {
      tileOf[column] = tiles.size();
      gathered += sizes[column];
      boolean wide = (column + 1 - first) * Bands.ROWS == WIDEST;
      if (gathered >= TILE_ENTRIES || wide || column + 1 == columns) {
        tiles.add(new Tile(start, gathered, first * Bands.ROWS, (column + 1) * Bands.ROWS));
        start += gathered;
        first = column + 1;
        gathered = 0;
      }
    }
    return tiles;
  }

  private void place(BandCounts counts, List<Tile> tiles, int[] tileOf, MemorySegment entries) {
    int[] next = tiles.stream().mapToInt(Tile::start).toArray();
    int[] firstContext = tiles.stream().mapToInt(Tile::firstContext).toArray();
    for (int row = 0; row < counts.words(); row++) {
      for (int entry = counts.start(row); entry < counts.end(row); entry++) {
        int context = counts.context(entry);
        int tile = tileOf[context / Bands.ROWS];
        long at = (long) next[tile]++ * EntrySlice.ENTRY_BYTES;
        double log = Math.log(counts.value(entry));
        entries.set(ValueLayout.JAVA_INT, at, (row << 16) | (context - firstContext[tile]));
        entries.set(ValueLayout.JAVA_FLOAT, at + 4, (float) log);
        entries.set(ValueLayout.JAVA_FLOAT, at + 8, (float) weighting.ofLogarithm(log));
      }
    }
  }

  /** Shuffles a tile (Fisher and Yates). */
  private void shuffle(MemorySegment entries, Tile tile, int band) {
    for (int last = tile.start + tile.size - 1; last > tile.start; last--) {
      long bits = CounterRandom.draw(key, ((long) band << 31) + last, 0);
      int other = tile.start + CounterRandom.below(bits, last - tile.start + 1);
      swap(entries, (long) last * EntrySlice.ENTRY_BYTES, (long) other * EntrySlice.ENTRY_BYTES);
    }
  }

  private static void swap(MemorySegment entries, long a, long b) {
    for (int at = 0; at < EntrySlice.ENTRY_BYTES; at += Integer.BYTES) {
      int kept = entries.get(ValueLayout.JAVA_INT, a + at);
      entries.set(ValueLayout.JAVA_INT, a + at, entries.get(ValueLayout.JAVA_INT, b + at));
      entries.set(ValueLayout.JAVA_INT, b + at, kept);
    }
  }

  private void slice(MemorySegment entries, Tile tile, int band, List<EntrySlice> cut) {
    int parts = (tile.size + SLICE_ENTRIES - 1) / SLICE_ENTRIES;
    for (int part = 0; part < parts; part++) {
      long from = tile.start + (long) tile.size * part / parts;
      long to = tile.start + (long) tile.size * (part + 1) / parts;
      MemorySegment own =
          entries.asSlice(from * EntrySlice.ENTRY_BYTES, (to - from) * EntrySlice.ENTRY_BYTES);
      for (Orientation orientation : Orientation.values()) {
        if (mirrored || orientation == Orientation.UPRIGHT) {
          cut.add(
              new EntrySlice(
                  own,
                  bands.firstWord(band),
                  bands.endWord(band),
                  tile.firstContext,
                  tile.endContext,
                  orientation));
        }
      }
    }
  }

  private long onDiagonal(BandCounts counts) {
    long found = 0;
    for (int row = 0; row < counts.words(); row++) {
      int end = counts.end(row);
      int word = bands.firstWord(counts.band()) + row;
      found += end > counts.start(row) && counts.context(end - 1) == word ? 1 : 0;
    }
    return found;
  }

  /** Returns the number of entries of the whole matrix, once all bands have been added. */
  public synchronized long size() {
    return size;
  }

  /**
   * Returns all slices, once all bands have been added: the same for the same counts, whichever
   * thread added them.
   */
  public synchronized List<EntrySlice> slices() {
    return slices.stream()
        .sorted(
            Comparator.comparingInt(EntrySlice::firstRow)
                .thenComparingInt(EntrySlice::firstColumn)
                .thenComparingLong(slice -> slice.entries().address())
                .thenComparing(EntrySlice::orientation))
        .toList();
  }

  @Override
  public void close() throws IOException {
    memory.close();
  }
}
