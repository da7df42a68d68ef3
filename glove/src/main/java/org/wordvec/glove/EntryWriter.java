package org.wordvec.glove;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes bands in their order, whichever is ready first: a thread with a later one waits. Since
 * threads take the bands in order, one of them always has the next.
 */
final class EntryWriter {
  private final Bands bands;
  private final OutputStream stream;
  private int nextBand;
  private long entries;

  EntryWriter(Bands bands, OutputStream stream) {
    this.bands = bands;
    this.stream = stream;
  }

  synchronized void write(BandCounts counts) throws IOException, InterruptedException {
    while (nextBand != counts.band()) {
      wait();
    }
    byte[] bytes = new byte[EntryFile.ENTRY_BYTES << 12];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < counts.words(); row++) {
      int word = bands.firstWord(counts.band()) + row + 1;
      for (int entry = counts.start(row); entry < counts.end(row); entry++) {
        if (!buffer.hasRemaining()) {
          stream.write(bytes);
          buffer.clear();
        }
        buffer.putInt(word).putInt(counts.context(entry) + 1).putDouble(counts.value(entry));
      }
    }
    stream.write(bytes, 0, buffer.position());
    entries += counts.size();
    nextBand++;
    notifyAll();
  }

  synchronized long entries() {
    return entries;
  }
}
