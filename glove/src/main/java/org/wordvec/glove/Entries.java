package org.wordvec.glove;

import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.wordvec.corpora.words.Vocabulary;

/** Entries ready for training, off heap until closed. */
public final class Entries implements AutoCloseable {
  private final Vocabulary vocabulary;
  private final EntryTiles tiles;
  private final double seconds;

  Entries(Vocabulary vocabulary, EntryTiles tiles, double seconds) {
    this.vocabulary = vocabulary;
    this.tiles = tiles;
    this.seconds = seconds;
  }

  /** The words that the entries speak of. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** How many entries there are. */
  public long size() {
    return tiles.size();
  }

  /** Bytes that they take, in memory or in a temporary file. */
  public long bytes() {
    return tiles.slices().stream()
        .filter(slice -> slice.orientation() == EntrySlice.Orientation.UPRIGHT)
        .mapToLong(slice -> slice.entries().byteSize())
        .sum();
  }

  /** Wall time of counting or reading, and of arranging. */
  public double seconds() {
    return seconds;
  }

  /**
   * A checksum of all entries and their order, which decide what training does with a seed.
   *
   * @return of a few characters
   */
  public String fingerprint() {
    CRC32C checksum = new CRC32C();
    for (EntrySlice slice : tiles.slices()) {
      checksum.update(slice.entries().asByteBuffer());
    }
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  EntryTiles tiles() {
    return tiles;
  }

  @Override
  public void close() throws IOException {
    tiles.close();
  }
}
