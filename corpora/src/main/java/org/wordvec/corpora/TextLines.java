package org.wordvec.corpora;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.text.TextBlock;

/**
 * Reads a corpus line by line, decompressing files as needed, with a buffer of 1 MiB.
 *
 * <p>Longer lines are split at white space. Bytes that are not valid UTF-8 become U+FFFD.
 */
public final class TextLines {
  private static final int BLOCK = 1 << 20;

  private TextLines() {}

  /**
   * A line, or a part of a long one, without its line terminator.
   *
   * @param source name of the file
   * @param number line number in the file, from 1
   * @param text content of the line
   */
  public record Line(String source, long number, String text) {}

  /**
   * Passes every line to a consumer, in order.
   *
   * @throws CorpusException if a file cannot be read or unpacked
   * @throws CancellationException if the calling thread is interrupted
   */
  public static void read(Corpus corpus, Consumer<Line> reader) throws IOException {
    try (BlockReader blocks = new BlockReader(corpus)) {
      TextBlock block = new TextBlock(BLOCK);
      long number = 1;
      while (blocks.next(block)) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("reading was interrupted");
        }
        number = lines(block, block.offset == 0 ? 1 : number, reader);
      }
    }
  }

  private static long lines(TextBlock block, long first, Consumer<Line> reader) {
    long number = first;
    int start = 0;
    for (int at = 0; at < block.length; at++) {
      if (block.bytes[at] == '\n') {
        reader.accept(line(block, start, at, number++));
        start = at + 1;
      }
    }
    if (start < block.length) {
      reader.accept(line(block, start, block.length, number));
    }
    return number;
  }

  private static Line line(TextBlock block, int start, int end, long number) {
    int length = end > start && block.bytes[end - 1] == '\r' ? end - 1 - start : end - start;
    String text = new String(block.bytes, start, length, StandardCharsets.UTF_8);
    return new Line(block.source, number, text);
  }
}
