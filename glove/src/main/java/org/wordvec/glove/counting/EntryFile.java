package org.wordvec.glove.counting;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import org.wordvec.compute.FileStamp;
import org.wordvec.compute.NamedChannel;

/**
 * A file of co-occurrence counts in GloVe's format, in the order of {@code cooccur} or shuffled.
 *
 * <p>One pass checks every entry and counts those of each word. If the words ascend, the file
 * itself is then read band by band; if not, the entries are first sorted by word into memory.
 */
final class EntryFile implements CooccurrenceMatrix {
  private static final int ENTRY_BYTES = Cooccurrences.ENTRY_BYTES;
  private static final ValueLayout.OfInt RANK =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble COUNT =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path path;
  private final FileStamp stamp;
  private final int words;
  private final int threads;
  private final Arena arena = Arena.ofShared();
  private final EntryMemory memory;
  private final long[] starts;
  private MemorySegment entries;

  private EntryFile(Cooccurrences.Stored stored, Cooccurrences.Resources resources)
      throws IOException {
    this.path = stored.path();
    this.stamp = FileStamp.of(path);
    this.words = stored.vocabulary().size();
    this.threads = resources.threads();
    this.memory = new EntryMemory(resources.memory(), resources.folder());
    this.starts = new long[words + 1];
    this.entries = map(path, arena);
  }

  /** Opens and checks a file. */
  static EntryFile open(Cooccurrences.Stored stored, Cooccurrences.Resources resources)
      throws IOException {
    EntryFile file = new EntryFile(stored, resources);
    try {
      return file.stamp.guard(
          () -> {
            if (!file.count()) {
              file.sort();
            }
            return file;
          });
    } catch (IOException | RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  private static MemorySegment map(Path path, Arena arena) throws IOException {
    try (NamedChannel channel = NamedChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size == 0 || size % ENTRY_BYTES != 0) {
        throw new IOException(
            String.format(
                    Locale.ROOT,
                    "%s: %,d bytes are no whole number of entries of %d bytes: the file is cut off"
                        + " or no",
                    path,
                    size,
                    ENTRY_BYTES)
                + " file of GloVe's counts");
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
    }
  }

  /** Finds where each word's entries begin in ascending order; returns whether they ascend. */
  private boolean count() throws IOException {
    boolean ascending = true;
    int before = 0;
    for (long at = 0; at < entries.byteSize(); at += ENTRY_BYTES) {
      int word = entries.get(RANK, at);
      int context = entries.get(RANK, at + 4);
      double count = entries.get(COUNT, at + 8);
      if (word < 1 || word > words || context < 1 || context > words) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s: byte %,d: words number %d and %d, but the vocabulary has %,d",
                path,
                at,
                word,
                context,
                words));
      }
      if (!(count > 0 && Double.isFinite(count))) {
        throw new IOException(
            String.format(Locale.ROOT, "%s: byte %,d: %s is no count", path, at, count));
      }
      starts[word]++;
      ascending &= word >= before;
      before = word;
    }
    for (int word = 0; word < words; word++) {
      starts[word + 1] += starts[word];
    }
    return ascending;
  }

  private void sort() throws IOException {
    MemorySegment sorted = memory.allocate(entries.byteSize());
    long[] next = starts.clone();
    for (long at = 0; at < entries.byteSize(); at += ENTRY_BYTES) {
      int word = entries.get(RANK, at) - 1;
      MemorySegment.copy(entries, at, sorted, next[word]++ * ENTRY_BYTES, ENTRY_BYTES);
    }
    entries = sorted;
  }

  @Override
  public Bands bands() {
    long[] sizes = new long[words];
    Arrays.setAll(sizes, word -> starts[word + 1] - starts[word]);
    return Bands.of(sizes, sizes);
  }

  @Override
  public int words() {
    return words;
  }

  @Override
  public boolean mirrored() {
    return false;
  }

  @Override
  public void forEachBand(BandTask.Sink sink, CountingProgress progress)
      throws IOException, InterruptedException {
    Bands bands = bands();
    BandTask task = (band, row, counts) -> fill(bands, band, row, counts);
    try {
      task.run(
          new BandTask.Frame(bands, words, threads),
          sink,
          done -> progress.report(done, bands.size()));
    } catch (InternalError cut) {
      throw stamp.lost(cut);
    }
    stamp.check();
  }

  private void fill(Bands bands, int band, RowSums row, BandCounts counts) {
    for (int word = bands.firstWord(band); word < bands.endWord(band); word++) {
      for (long entry = starts[word]; entry < starts[word + 1]; entry++) {
        long at = entry * ENTRY_BYTES;
        row.add(entries.get(RANK, at + 4) - 1, entries.get(COUNT, at + 8));
      }
      row.moveTo(counts);
    }
  }

  @Override
  public void close() throws IOException {
    arena.close();
    memory.close();
  }
}
