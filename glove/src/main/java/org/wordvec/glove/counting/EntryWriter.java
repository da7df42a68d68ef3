package org.wordvec.glove.counting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes bands in their order: a thread with a later one waits. Since threads take the bands in
 * order, one of them always has the next.
 */
final class EntryWriter {
  private final Bands bands;
  private final boolean mirrored;
  private final OutputStream stream;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(Cooccurrences.ENTRY_BYTES << 14).order(ByteOrder.LITTLE_ENDIAN);
  private int nextBand;
  private long entries;

  EntryWriter(CooccurrenceMatrix matrix, OutputStream stream) {
    this.bands = matrix.bands();
    this.mirrored = matrix.mirrored();
    this.stream = stream;
  }

  synchronized void write(BandCounts counts) throws IOException, InterruptedException {
    while (nextBand != counts.band()) {
      wait();
    }
    for (int row = 0; row < counts.words(); row++) {
      int word = bands.firstWord(counts.band()) + row + 1;
      for (int entry = counts.start(row); entry < counts.end(row); entry++) {
        int context = counts.context(entry) + 1;
        double value = counts.value(entry);
        put(word, context, value);
        if (mirrored && context != word) {
          put(context, word, value);
        }
      }
    }
    flush();
    nextBand++;
    notifyAll();
  }

  private void put(int word, int context, double value) throws IOException {
    if (!buffer.hasRemaining()) {
      flush();
    }
    buffer.putInt(word).putInt(context).putDouble(value);
    entries++;
  }

  private void flush() throws IOException {
    stream.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  synchronized long entries() {
    return entries;
  }
}
