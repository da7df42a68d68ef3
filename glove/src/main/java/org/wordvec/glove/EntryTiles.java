package org.wordvec.glove;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wordvec.compute.CounterRandom;

/**
 * The entries of the matrix of counts as training reads them, off heap.
 *
 * <p>The matrix is cut into tiles of at most {@value Bands#ROWS} words by as many contexts, whose
 * parameters fit a core's second cache, and those are grouped into regions of {@value Bands#REGION}
 * by {@value Bands#REGION}, whose parameters fit the last cache. Inside a tile the entries lie in
 * random order. A slice is about {@value #SLICE_ENTRIES} entries of one band and region.
 */
final class EntryTiles implements AutoCloseable {
  private static final int SLICE_ENTRIES = 4096;
  private static final int SMALL_TILE = 1024;
  private static final int TILES_PER_REGION = Bands.REGION / Bands.ROWS;

  private final Bands bands;
  private final Weighting weighting;
  private final int tilesAcross;
  private final long key;
  private final EntryMemory memory;
  private final List<EntrySlice> slices = new ArrayList<>();
  private long size;

  EntryTiles(Bands bands, int vocabulary, Weighting weighting, long seed, long memory) {
    this.bands = bands;
    this.weighting = weighting;
    this.tilesAcross = (vocabulary + Bands.ROWS - 1) / Bands.ROWS;
    this.key = CounterRandom.key(seed, -1);
    this.memory = new EntryMemory(memory);
  }

  /** Takes the entries of a band; safe for use by several threads. */
  void add(BandCounts counts) throws IOException {
    if (counts.size() == 0) {
      return;
    }
    int[] starts = tileStarts(counts);
    MemorySegment entries = memory.allocate((long) counts.size() * EntrySlice.ENTRY_BYTES);
    place(counts, starts.clone(), entries);
    List<EntrySlice> cut = new ArrayList<>();
    for (int tile = 0; tile < tilesAcross; tile++) {
      shuffle(entries, starts[tile], starts[tile + 1], counts.band());
    }
    for (int region = 0; region < tilesAcross; region += TILES_PER_REGION) {
      cut(counts.band(), region, starts, entries, cut);
    }
    synchronized (this) {
      slices.addAll(cut);
      size += counts.size();
    }
  }

  private int[] tileStarts(BandCounts counts) {
    int[] starts = new int[tilesAcross + 1];
    int[] contexts = counts.contexts();
    for (int entry = 0; entry < counts.size(); entry++) {
      starts[contexts[entry] / Bands.ROWS + 1]++;
    }
    for (int tile = 0; tile < tilesAcross; tile++) {
      starts[tile + 1] += starts[tile];
    }
    return starts;
  }

  private void place(BandCounts counts, int[] next, MemorySegment entries) {
    for (int row = 0; row < counts.words(); row++) {
      for (int entry = counts.start(row); entry < counts.end(row); entry++) {
        int context = counts.context(entry);
        double value = counts.value(entry);
        long at = (long) next[context / Bands.ROWS]++ * EntrySlice.ENTRY_BYTES;
        int pair = (row << 16) | (context % Bands.REGION);
        entries.set(ValueLayout.JAVA_INT_UNALIGNED, at, pair);
        entries.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at + 4, (float) Math.log(value));
        entries.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at + 8, (float) weighting.of(value));
      }
    }
  }

  /** Fisher and Yates. */
  private void shuffle(MemorySegment entries, int start, int end, int band) {
    for (int last = end - 1; last > start; last--) {
      long bits = CounterRandom.draw(key, ((long) band << 31) + last, 0);
      int other = start + CounterRandom.below(bits, last - start + 1);
      swap(entries, (long) last * EntrySlice.ENTRY_BYTES, (long) other * EntrySlice.ENTRY_BYTES);
    }
  }

  private static void swap(MemorySegment entries, long a, long b) {
    for (int at = 0; at < EntrySlice.ENTRY_BYTES; at += Integer.BYTES) {
      int kept = entries.get(ValueLayout.JAVA_INT_UNALIGNED, a + at);
      int other = entries.get(ValueLayout.JAVA_INT_UNALIGNED, b + at);
      entries.set(ValueLayout.JAVA_INT_UNALIGNED, a + at, other);
      entries.set(ValueLayout.JAVA_INT_UNALIGNED, b + at, kept);
    }
  }

  /** Cuts a band's part of a region: small tiles share a slice, large ones are split. */
  private void cut(
      int band, int firstTile, int[] starts, MemorySegment entries, List<EntrySlice> cut) {
    int end = Math.min(tilesAcross, firstTile + TILES_PER_REGION);
    int start = starts[firstTile];
    for (int tile = firstTile; tile < end; tile++) {
      int gathered = starts[tile + 1] - start;
      boolean last = tile + 1 == end;
      boolean nextIsLarge = !last && starts[tile + 2] - starts[tile + 1] >= SMALL_TILE;
      if (gathered > 0 && (last || nextIsLarge || gathered >= SMALL_TILE)) {
        int parts = (gathered + SLICE_ENTRIES - 1) / SLICE_ENTRIES;
        for (int part = 0; part < parts; part++) {
          int from = start + (int) ((long) gathered * part / parts);
          int to = start + (int) ((long) gathered * (part + 1) / parts);
          cut.add(slice(band, firstTile, entries, from, to));
        }
        start = starts[tile + 1];
      }
    }
  }

  private EntrySlice slice(int band, int firstTile, MemorySegment entries, int from, int to) {
    return new EntrySlice(
        entries.asSlice(
            (long) from * EntrySlice.ENTRY_BYTES, (long) (to - from) * EntrySlice.ENTRY_BYTES),
        bands.firstWord(band),
        firstTile * Bands.ROWS);
  }

  /** All entries, when all bands are in. */
  synchronized long size() {
    return size;
  }

  /**
   * All slices, when all bands are in; the same for the same counts, whichever thread brought them.
   */
  synchronized List<EntrySlice> slices() {
    return slices.stream()
        .sorted(
            Comparator.comparingLong(EntrySlice::region)
                .thenComparingInt(EntrySlice::firstWord)
                .thenComparingInt(EntrySlice::firstContext)
                .thenComparingLong(slice -> slice.entries().address()))
        .toList();
  }

  @Override
  public void close() throws IOException {
    memory.close();
  }
}
