package org.wordvec.corpora;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.sources.SourceText;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.text.TextBlock;

/**
 * Splits the sources of a corpus into blocks of whole lines, in the order of the sources.
 *
 * <p>A block ends after its last line feed. If a line is longer than a block, the block ends after
 * the last white space or where {@link LineCut} allows; no token is lost. Block boundaries depend
 * on the text alone, not on the number of workers. Safe for use by several threads.
 *
 * <p>Plain files are read through a buffer like standard input and decompressed streams: copying
 * 100 MB takes 30 ms, and reading a mapped file that shrinks would crash the process.
 */
public final class BlockReader implements AutoCloseable {
  /** Maximum length in bytes of a line that must not be cut. */
  private static final int LONGEST_LINE = 64 << 20;

  private final Iterator<Corpus.Source> sources;
  private final Corpus.Reading reading;
  private final LineCut cut;
  private final EncodingErrors errors;
  private final AtomicLong bytesRead = new AtomicLong();
  private @Nullable InputStream stream;
  private String source = "";
  private byte[] carried = new byte[0];
  private long offset;
  private boolean atStart;
  private long sequence;
  private boolean failed;

  /** Creates a reader that cuts long lines at ASCII white space and throws on malformed text. */
  public BlockReader(Corpus corpus) {
    this(corpus, LineCut.AT_ASCII_SPACE, EncodingErrors.STRICT);
  }

  /**
   * Creates a reader.
   *
   * @param cut where a line that is longer than a block may be cut
   * @param errors how malformed text is handled
   */
  public BlockReader(Corpus corpus, LineCut cut, EncodingErrors errors) {
    this.sources = corpus.sources().iterator();
    this.reading = corpus.reading();
    this.cut = cut;
    this.errors = errors;
  }

  /** Returns the number of bytes read from the sources so far, before decompression. */
  long bytesRead() {
    return bytesRead.get();
  }

  /**
   * Fills a block with the next lines.
   *
   * @return false at the end of the last source, or after a source has failed in another thread
   */
  public synchronized boolean next(TextBlock block) throws IOException {
    if (failed) {
      return false;
    }
    failed = true;
    boolean filled = nextOf(block);
    failed = false;
    return filled;
  }

  private boolean nextOf(TextBlock block) throws IOException {
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
      opened = SourceText.open(new Counting(next.opening().open()), reading, errors, source);
    } catch (TextFileException e) {
      throw e;
    } catch (IOException e) {
      throw new CorpusException(source + ": cannot be read: " + TextFileException.reason(e), e);
    }
    offset = next.offset().getAsLong();
    atStart = offset == 0;
    stream = opened;
    return opened;
  }

  private boolean fill(TextBlock block, InputStream current) throws IOException {
    int wanted = Math.max(block.capacity(), carried.length + 1);
    block.reserve(wanted);
    System.arraycopy(carried, 0, block.bytes, 0, carried.length);
    int length = carried.length + read(current, block, carried.length, wanted);
    if (atStart && length >= 3) {
      blankByteOrderMark(block.bytes);
    }
    int end = length;
    while (length == wanted) {
      end = lastBreak(block.bytes, length);
      if (end >= 0) {
        break;
      }
      wanted = longer(wanted);
      block.reserve(wanted);
      length += read(current, block, length, wanted);
      end = length;
    }
    if (length < wanted) {
      close();
    }
    atStart = false;
    carried = Arrays.copyOfRange(block.bytes, end, length);
    if (end == 0) {
      return false;
    }
    block.length = end;
    block.pad();
    block.source = source;
    block.offset = offset;
    block.sequence = sequence++;
    offset += end;
    return true;
  }

  private int longer(int length) throws CorpusException {
    if (cut != LineCut.NOWHERE) {
      throw new CorpusException(
          String.format(
              Locale.ROOT,
              "%s: byte %d: more than %d bytes without white space, where words were expected",
              source,
              offset,
              length));
    }
    if (length >= LONGEST_LINE) {
      throw new CorpusException(
          String.format(
              Locale.ROOT, "%s: byte %d: a line of more than %d bytes", source, offset, length));
    }
    return 2 * length;
  }

  private int read(InputStream current, TextBlock block, int from, int to) throws IOException {
    try {
      return current.readNBytes(block.bytes, from, to - from);
    } catch (TextFileException e) {
      throw e;
    } catch (IOException e) {
      throw new CorpusException(
          String.format(
              Locale.ROOT,
              "%s: cannot be read behind byte %d of its text: %s",
              source,
              offset + from,
              TextFileException.reason(e)),
          e);
    }
  }

  /**
   * Replaces a byte order mark by white space, so that the offsets of all other bytes stay the
   * same.
   */
  private static void blankByteOrderMark(byte[] bytes) {
    if (bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
      Arrays.fill(bytes, 0, 3, (byte) ' ');
    }
  }

  private int lastBreak(byte[] bytes, int length) {
    int end = after('\n', bytes, length);
    if (end < 0 && cut != LineCut.NOWHERE) {
      end = after('\r', bytes, length);
    }
    return end < 0 ? cut.last(bytes, length) : end;
  }

  private static int after(char last, byte[] bytes, int length) {
    for (int i = length - 1; i >= 0; i--) {
      if (bytes[i] == last) {
        return i + 1;
      }
    }
    return -1;
  }

  /** Counts the bytes read from a source, for progress reports. */
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
