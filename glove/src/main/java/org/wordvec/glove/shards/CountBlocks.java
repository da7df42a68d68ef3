package org.wordvec.glove.shards;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.glove.counting.BandCounts;
import org.wordvec.glove.counting.Bands;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.CooccurrenceMatrix;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.counting.CountingProgress;
import org.wordvec.glove.counting.RowSums;

/**
 * Blocks of co-occurrence counts: a cluster counts parts of a corpus, band by band, and sums the
 * blocks of each band where it likes.
 *
 * <p>A band is a run of words by rank: at most {@value Bands#ROWS}, fewer where they are frequent,
 * and never more than two million entries besides those of one word. What the bands are depends on
 * the vocabulary and the settings alone, so that all parts have the same ones. A part hands over
 * one block for each band: the sums of its own text, so a frequent pair is one value in it, however
 * often it occurs. Belongs to one thread.
 *
 * <p>A block holds where the rows of its words end, as int32, then its entries, each an int32
 * context and a float64 value, little-endian.
 */
public final class CountBlocks {
  private static final int VALUE_BYTES = Double.BYTES;
  private static final int CONTEXT_BYTES = Integer.BYTES;
  private static final int ENTRY_BYTES = CONTEXT_BYTES + VALUE_BYTES;

  private final Bands bands;
  private final boolean mirrored;
  private final long[] mostEntries;
  private final RowSums row;
  private final BandCounts counts = new BandCounts();

  /** Creates what reads and sums blocks of parts that were encoded with this vocabulary. */
  public CountBlocks(Vocabulary vocabulary, CooccurrenceConfig config) {
    this.bands = Bands.of(vocabulary, config);
    this.mostEntries = Bands.mostEntries(vocabulary, config);
    this.mirrored = config.sides() == ContextSides.BOTH;
    this.row = new RowSums(vocabulary.size());
  }

  /** Receives blocks from several threads. */
  @FunctionalInterface
  public interface Sink {
    /** Receives the block of a band. */
    void accept(int band, byte[] block) throws IOException, InterruptedException;
  }

  /** Counts a part; bands in which it has nothing are left out. */
  public static void count(
      Cooccurrences.Counted part,
      Cooccurrences.Resources resources,
      Sink sink,
      CountingProgress progress)
      throws IOException, InterruptedException {
    try (CooccurrenceMatrix matrix = CooccurrenceMatrix.open(part, resources)) {
      matrix.forEachBand(
          counts -> {
            if (counts.size() > 0) {
              sink.accept(counts.band(), block(counts));
            }
          },
          progress);
    }
  }

  /** Returns the number of bands. */
  public int bands() {
    return bands.size();
  }

  /** Returns the greatest number of entries that a band can have, whatever the text. */
  public long most(int band) {
    long most = 0;
    for (int word = bands.firstWord(band); word < bands.endWord(band); word++) {
      most += mostEntries[word];
    }
    return most;
  }

  /** Returns the number of entries of a block. */
  public int entries(int band, byte[] block) {
    return (block.length - CONTEXT_BYTES * bands.words(band)) / ENTRY_BYTES;
  }

  /** Sums blocks of a band, in this order. */
  public byte[] add(int band, List<byte[]> blocks) {
    List<ByteBuffer> parts = blocks.stream().map(CountBlocks::buffer).toList();
    int words = bands.words(band);
    counts.begin(band);
    for (int word = 0; word < words; word++) {
      for (ByteBuffer part : parts) {
        addRow(part, words, word);
      }
      row.moveTo(counts);
    }
    return block(counts);
  }

  private void addRow(ByteBuffer part, int words, int word) {
    int start = word == 0 ? 0 : part.getInt(CONTEXT_BYTES * (word - 1));
    int end = part.getInt(CONTEXT_BYTES * word);
    for (int entry = start; entry < end; entry++) {
      int at = CONTEXT_BYTES * words + ENTRY_BYTES * entry;
      row.add(part.getInt(at), part.getDouble(at + CONTEXT_BYTES));
    }
  }

  /**
   * Writes the entries of a band as GloVe does, each of symmetric counts followed by its mirror
   * image.
   *
   * @return the number of entries
   */
  public long write(int band, byte[] block, OutputStream stream) throws IOException {
    ByteBuffer part = buffer(block);
    int words = bands.words(band);
    ByteBuffer out =
        ByteBuffer.allocate(Cooccurrences.ENTRY_BYTES << 12).order(ByteOrder.LITTLE_ENDIAN);
    long written = 0;
    int entry = 0;
    for (int row = 0; row < words; row++) {
      int word = bands.firstWord(band) + row + 1;
      for (int end = part.getInt(CONTEXT_BYTES * row); entry < end; entry++) {
        int at = CONTEXT_BYTES * words + ENTRY_BYTES * entry;
        int context = part.getInt(at) + 1;
        double value = part.getDouble(at + CONTEXT_BYTES);
        if (out.remaining() < 2 * Cooccurrences.ENTRY_BYTES) {
          stream.write(out.array(), 0, out.position());
          out.clear();
        }
        out.putInt(word).putInt(context).putDouble(value);
        written++;
        if (mirrored && context != word) {
          out.putInt(context).putInt(word).putDouble(value);
          written++;
        }
      }
    }
    stream.write(out.array(), 0, out.position());
    return written;
  }

  private static byte[] block(BandCounts counts) {
    long bytes = (long) CONTEXT_BYTES * counts.words() + (long) ENTRY_BYTES * counts.size();
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < counts.words(); row++) {
      buffer.putInt(counts.end(row));
    }
    for (int entry = 0; entry < counts.size(); entry++) {
      buffer.putInt(counts.context(entry)).putDouble(counts.value(entry));
    }
    return buffer.array();
  }

  private static ByteBuffer buffer(byte[] block) {
    return ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
  }
}
