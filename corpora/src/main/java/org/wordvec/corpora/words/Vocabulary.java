package org.wordvec.corpora.words;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;

/**
 * The words of a model and their counts, most frequent first. Words with equal counts are in the
 * order of their code points, or of the file that they were read from. Immutable and safe for use
 * by several threads.
 */
public final class Vocabulary {
  /** The token that word2vec.c counts for each line end, and that some texts contain as a word. */
  private static final String LINE_END = "</s>";

  private final WordList words;
  private final long[] counts;
  private final boolean isTentative;

  private Vocabulary(WordList words, long[] counts) {
    this(words, counts, false);
  }

  private Vocabulary(WordList words, long[] counts, boolean isTentative) {
    this.words = words;
    this.counts = counts;
    this.isTentative = isTentative;
  }

  /**
   * Creates a vocabulary by sorting and limiting words.
   *
   * @param counts count of each word; not modified
   * @throws IllegalArgumentException if there are not as many counts as words
   */
  public static Vocabulary of(WordList words, long[] counts, VocabularyLimits limits) {
    if (words.size() != counts.length) {
      throw new IllegalArgumentException(
          words.size() + " words cannot have " + counts.length + " counts");
    }
    return inOrder(words, counts, order(words, counts, limits));
  }

  /**
   * Creates a vocabulary that keeps the given order, as that of a file.
   *
   * @param counts count of each word; not modified
   * @throws IllegalArgumentException if there are not as many counts as words
   */
  public static Vocabulary ranked(WordList words, long[] counts) {
    if (words.size() != counts.length) {
      throw new IllegalArgumentException(
          words.size() + " words cannot have " + counts.length + " counts");
    }
    return new Vocabulary(words, counts.clone());
  }

  /** Returns the vocabulary of the words at these places. */
  public static Vocabulary inOrder(WordList words, long[] counts, int[] order) {
    return new Vocabulary(
        words.select(order), Arrays.stream(order).mapToLong(id -> counts[id]).toArray());
  }

  /** Returns the places of the words within the limits, as a vocabulary sorts them. */
  public static int[] order(WordList words, long[] counts, VocabularyLimits limits) {
    return order(counts, limits, words::compare);
  }

  private static int[] order(long[] counts, VocabularyLimits limits, Comparator<Integer> ties) {
    Integer[] places =
        IntStream.range(0, counts.length)
            .filter(id -> counts[id] >= limits.minimumCount())
            .boxed()
            .toArray(Integer[]::new);
    Arrays.parallelSort(
        places,
        (left, right) -> {
          int byCount = Long.compare(counts[right], counts[left]);
          return byCount != 0 ? byCount : ties.compare(left, right);
        });
    return Arrays.stream(places)
        .limit(limits.maximumSize() == 0 ? Long.MAX_VALUE : limits.maximumSize())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Returns all words, by id. */
  public WordList words() {
    return words;
  }

  /** Returns the number of words. */
  public int size() {
    return counts.length;
  }

  /** Returns how often the word with this id occurred. */
  public long count(int id) {
    return counts[id];
  }

  /** Returns how often all words of the vocabulary occurred together. */
  public long totalCount() {
    return Arrays.stream(counts).sum();
  }

  /**
   * Returns the words that it has for a text, where it was read from a file with {@code </s>} in
   * it. That is what word2vec.c counts for each end of a line, and no word, unless the text has it
   * as one.
   *
   * @param hasLineEnds whether the text has {@code </s>} as a word
   */
  public Vocabulary settled(boolean hasLineEnds) {
    if (!isTentative) {
      return this;
    }
    int lineEnd = words.indexOf(LINE_END);
    return inOrder(
        words,
        counts,
        IntStream.range(0, size()).filter(id -> hasLineEnds || id != lineEnd).toArray());
  }

  /** Returns whether it has to be {@link #settled} for a text. */
  public boolean isTentative() {
    return isTentative;
  }

  /** Returns whether these are the bytes of {@code </s>}. */
  public static boolean isLineEnd(byte[] word) {
    return Arrays.equals(word, LINE_END.getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns a copy of all counts, by id. */
  public long[] counts() {
    return counts.clone();
  }

  /**
   * Reads lines of a word, white space and a count, as word2vec.c and GloVe write them. The word
   * {@code </s>} counts as one only for a text that has it: see {@link #settled}. Equal counts stay
   * in the order of the file, so that in a sorted file a word's id is its line from 0.
   *
   * @throws TextFileException naming the first line that is not of that form or repeats a word
   */
  public static Vocabulary read(TextFile file, VocabularyLimits limits) throws IOException {
    Vocabulary read = limited(file, Lines.read(file), limits);
    return new Vocabulary(read.words, read.counts, read.words.indexOf(LINE_END) >= 0);
  }

  /**
   * Reads the same lines where other files speak of words by their line: none may have a greater
   * count than the one before it. Word2vec.c's {@code </s>} in the first line, whatever its count,
   * has its number like any other.
   *
   * @throws TextFileException as above, or naming the first line that has no such place
   */
  public static Vocabulary readRanked(TextFile file, VocabularyLimits limits) throws IOException {
    Lines lines = Lines.read(file);
    int first = lines.words.indexOf(LINE_END) == 0 ? 1 : 0;
    for (int id = first + 1; id < lines.words.size(); id++) {
      if (lines.counts[id] > lines.counts[id - 1]) {
        throw TextFileException.atLine(
            file.name(),
            lines.numbers[id],
            "words are numbered by their lines, so counts must fall");
      }
    }
    int kept = first;
    while (kept < lines.words.size() && lines.counts[kept] >= limits.minimumCount()) {
      kept++;
    }
    int size = limits.maximumSize() == 0 ? kept : Math.min(kept, limits.maximumSize());
    if (size == first) {
      throw none(file, limits);
    }
    return inOrder(lines.words, lines.counts, IntStream.range(0, size).toArray());
  }

  private static TextFileException none(TextFile file, VocabularyLimits limits) {
    return file.failure("no word with a count of at least " + limits.minimumCount());
  }

  private static Vocabulary limited(TextFile file, Lines lines, VocabularyLimits limits)
      throws TextFileException {
    int[] order = order(lines.counts, limits, Comparator.naturalOrder());
    if (order.length == 0) {
      throw none(file, limits);
    }
    return inOrder(lines.words, lines.counts, order);
  }

  /** What a file holds, and in which lines. */
  private static final class Lines {
    private final WordList words;
    private final long[] counts;
    private final int[] numbers;

    private Lines(WordList words, long[] counts, int[] numbers) {
      this.words = words;
      this.counts = counts;
      this.numbers = numbers;
    }

    static Lines read(TextFile file) throws IOException {
      WordList.Builder words = new WordList.Builder();
      long[] counts = new long[1 << 10];
      int[] numbers = new int[counts.length];
      try (NumberedLines lines = file.lines()) {
        while (lines.next()) {
          String line = lines.text();
          int split = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
          long count = parseCount(line.substring(split + 1));
          String word = line.substring(0, Math.max(0, split)).trim();
          if (count < 0 || word.isEmpty() || word.chars().anyMatch(letter -> letter <= ' ')) {
            throw lines.failure("a word and its count were expected");
          }
          if (words.size() == counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
            numbers = Arrays.copyOf(numbers, counts.length);
          }
          counts[words.size()] = count;
          numbers[words.size()] = (int) lines.number();
          words.add(word);
        }
      }
      WordList read = words.build();
      checkNoneTwice(file, read, numbers);
      return new Lines(read, Arrays.copyOf(counts, read.size()), numbers);
    }
  }

  private static void checkNoneTwice(TextFile file, WordList words, int[] lineNumbers)
      throws TextFileException {
    for (int id = 0; id < words.size(); id++) {
      if (words.indexOf(words.word(id)) != id) {
        throw TextFileException.atLine(
            file.name(), lineNumbers[id], "the word '%s' occurs twice".formatted(words.word(id)));
      }
    }
  }

  private static long parseCount(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Writes lines of a word, a space and its count, in order. */
  public void write(OutputStream out) throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    for (int id = 0; id < counts.length; id++) {
      buffered.write(words.utf8(id));
      buffered.write(' ');
      buffered.write(Long.toString(counts[id]).getBytes(StandardCharsets.US_ASCII));
      buffered.write('\n');
    }
    buffered.flush();
  }
}
