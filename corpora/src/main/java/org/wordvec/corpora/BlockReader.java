package org.wordvec.corpora;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the sources of a corpus into blocks of whole lines, one after the other.
 *
 * <p>A block ends behind its last line feed. Where a line is longer than a block it ends behind the
 * last white space: the line is cut there, and no token is lost. Where blocks begin depends on the
 * text alone, not on who asks for them; workers may call {@link #next} at the same time.
 *
 * <p>Plain files go the same way as standard input and decompressed streams. Copying 100 MB through
 * a buffer takes 30 ms, and a mapped file that shrinks underneath would crash the reader.
 */
final class BlockReader implements AutoCloseable {
  private final Iterator<Corpus.Source> sources;
  private final AtomicLong bytesRead = new AtomicLong();
  private @Nullable InputStream stream;
  private String source = "";
  private byte[] carried = new byte[0];
  private long offset;
  private long sequence;

  BlockReader(Corpus corpus) {
    this.sources = corpus.sources().iterator();
  }

  /** Bytes taken from the sources so far, before decompression. */
  long bytesRead() {
    return bytesRead.get();
  }

  /**
   * Fills a block.
   *
   * @return false at the end of all sources
   */
  synchronized boolean next(TextBlock block) throws IOException {
    while (true) {
      InputStream current = stream;
      if (current == null) {
        if (!sources.hasNext()) {
          return false;
        }
        current = open(sources.next());
      }
      if (fill(block, current)) {
        return true;
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    InputStream current = stream;
    stream = null;
    if (current != null) {
      current.close();
    }
  }

  private InputStream open(Corpus.Source next) throws IOException {
    source = next.name();
    offset = 0;
    InputStream opened;
    try {
      opened = Decompression.open(new Counting(next.open()), source);
    } catch (CorpusException e) {
      throw e;
    } catch (IOException e) {
      throw new CorpusException(source + ": cannot be read: " + reason(e), e);
    }
    stream = opened;
    return opened;
  }

  private boolean fill(TextBlock block, InputStream current) throws IOException {
    System.arraycopy(carried, 0, block.bytes, 0, carried.length);
    int length = carried.length + read(current, block, carried.length);
    if (offset == 0 && length >= 3) {
      blankByteOrderMark(block.bytes);
    }
    boolean ended = length < block.capacity();
    int end = length;
    if (ended) {
      close();
    } else {
      end = lastBreak(block.bytes, length);
      if (end < 0) {
        throw new CorpusException(
            "%s: byte %d: more than %d bytes without white space, where words were expected"
                .formatted(source, offset, block.capacity()));
      }
    }
    carried = Arrays.copyOfRange(block.bytes, end, length);
    if (end == 0) {
      return false;
    }
    Arrays.fill(block.bytes, end, end + TextBlock.PADDING, (byte) '\n');
    block.length = end;
    block.source = source;
    block.offset = offset;
    block.sequence = sequence++;
    offset += end;
    return true;
  }

  private int read(InputStream current, TextBlock block, int from) throws IOException {
    try {
      return current.readNBytes(block.bytes, from, block.capacity() - from);
    } catch (IOException e) {
      throw new CorpusException(
          "%s: cannot be read behind byte %d of its text: %s"
              .formatted(source, offset + from, reason(e)),
          e);
    }
  }

  /** Puts white space in its place, so that all other bytes keep theirs. */
  private static void blankByteOrderMark(byte[] bytes) {
    if (bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
      Arrays.fill(bytes, 0, 3, (byte) ' ');
    }
  }

  /** The decompressors say nothing where their data end too early. */
  private static String reason(IOException e) {
    return e instanceof EOFException
        ? "the compressed data end too early"
        : String.valueOf(e.getMessage());
  }

  private static int lastBreak(byte[] bytes, int length) {
    for (int i = length - 1; i >= 0; i--) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    for (int i = length - 1; i >= 0; i--) {
      if (bytes[i] >= 0 && bytes[i] <= ' ') {
        return i + 1;
      }
    }
    return -1;
  }

  /** Counts what is taken from a source, which the progress bar shows. */
  private final class Counting extends FilterInputStream {
    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      if (value >= 0) {
        bytesRead.incrementAndGet();
      }
      return value;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int count = in.read(buffer, from, length);
      if (count > 0) {
        bytesRead.addAndGet(count);
      }
      return count;
    }
  }
}
