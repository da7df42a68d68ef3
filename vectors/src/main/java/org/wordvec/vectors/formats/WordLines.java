package org.wordvec.vectors.formats;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.reading.ByteReader;

/** Reads lists of one word per line without copying the words. */
final class WordLines {
  private WordLines() {}

  /**
   * Returns the lines of a text; the last newline is optional, and carriage returns at line ends
   * are removed.
   *
   * @param path file name for messages
   * @throws VectorFormatException if a line is empty
   */
  static WordList read(MemorySegment text, Path path) throws VectorFormatException {
    long size = text.byteSize();
    if (size > Integer.MAX_VALUE) {
      throw new VectorFormatException(path, "all its words together exceed 2 GiB");
    }
    int[] ends = new int[1 << 10];
    int lines = 0;
    if (isMarked(text)) {
      return read(text.asSlice(ByteReader.MARK_OF_UTF8.length()), path);
    }
    int start = 0;
    boolean returns = false;
    while (start < size) {
      int end = start;
      while (end < size && text.get(ValueLayout.JAVA_BYTE, end) != '\n') {
        end++;
      }
      boolean carriage = end > start && text.get(ValueLayout.JAVA_BYTE, end - 1L) == '\r';
      if (end - start == (carriage ? 1 : 0)) {
        throw VectorFormatException.atLine(path, lines + 1L, "is empty; expected a word");
      }
      returns |= carriage;
      if (lines == ends.length) {
        ends = Arrays.copyOf(ends, (int) Math.min(2L * lines, Integer.MAX_VALUE - 16));
      }
      // Newlines are gaps.
      ends[lines] = end - lines;
      lines++;
      start = end + 1;
    }
    WordList words = WordList.mapped(text, 1, Arrays.copyOf(ends, lines));
    return returns ? withoutReturns(words) : words;
  }

  private static boolean isMarked(MemorySegment text) {
    boolean marked = text.byteSize() >= ByteReader.MARK_OF_UTF8.length();
    for (int i = 0; i < ByteReader.MARK_OF_UTF8.length() && marked; i++) {
      marked = text.get(ValueLayout.JAVA_BYTE, i) == (byte) ByteReader.MARK_OF_UTF8.charAt(i);
    }
    return marked;
  }

  private static WordList withoutReturns(WordList lines) {
    WordList.Builder words = new WordList.Builder();
    for (int id = 0; id < lines.size(); id++) {
      byte[] line = lines.utf8(id);
      boolean ends = line[line.length - 1] == '\r';
      words.add(line, 0, ends ? line.length - 1 : line.length);
    }
    return words.build();
  }
}
