package org.wordvec.glove.entries;

import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.glove.counting.CooccurrenceMatrix;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.counting.CountingProgress;

/**
 * The nonzero co-occurrence counts, arranged for training, off heap until closed. Immutable and
 * safe for use by several threads.
 */
public final class Entries implements AutoCloseable {
  private final Vocabulary vocabulary;
  private final EntryTiles tiles;
  private final double seconds;

  private Entries(Vocabulary vocabulary, EntryTiles tiles, double seconds) {
    this.vocabulary = vocabulary;
    this.tiles = tiles;
    this.seconds = seconds;
  }

  /**
   * Counts or reads all entries and arranges them for training.
   *
   * @param seed of the order of the entries
   * @throws org.wordvec.compute.training.NothingToTrainException if there are none
   */
  public static Entries of(
      Cooccurrences cooccurrences,
      Weighting weighting,
      long seed,
      Cooccurrences.Resources resources,
      CountingProgress progress)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (CooccurrenceMatrix matrix = CooccurrenceMatrix.open(cooccurrences, resources)) {
      EntryTiles tiles = new EntryTiles(matrix, weighting, seed, resources);
      try {
        matrix.forEachBand(tiles::add, progress);
        Cooccurrences.requireAny(tiles.size());
        return new Entries(cooccurrences.vocabulary(), tiles, 1e-9 * (System.nanoTime() - start));
      } catch (IOException | InterruptedException | RuntimeException | Error e) {
        tiles.close();
        throw e;
      }
    }
  }

  /** Returns the words that the entries number. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Returns the number of entries. */
  public long size() {
    return tiles.size();
  }

  /** Returns the bytes that they take, in memory or in a temporary file. */
  public long bytes() {
    return tiles.slices().stream()
        .filter(slice -> slice.orientation() == EntrySlice.Orientation.UPRIGHT)
        .mapToLong(slice -> slice.entries().byteSize())
        .sum();
  }

  /** Returns the seconds that counting or reading and arranging took. */
  public double seconds() {
    return seconds;
  }

  /**
   * Computes a checksum of all entries and their order, which with a seed decide what is learnt.
   *
   * @return eight hexadecimal digits
   */
  public String fingerprint() {
    CRC32C checksum = new CRC32C();
    for (EntrySlice slice : tiles.slices()) {
      checksum.update(slice.entries().asByteBuffer());
    }
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  /** Returns the tiles that the entries lie in. */
  public EntryTiles tiles() {
    return tiles;
  }

  @Override
  public void close() throws IOException {
    tiles.close();
  }
}
