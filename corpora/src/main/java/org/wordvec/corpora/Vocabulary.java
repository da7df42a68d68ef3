package org.wordvec.corpora;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The words that a model knows and how often each occurred: most frequent first, equal counts in
 * the order of their code points, or of the file that they were read from. Immutable and safe for
 * use by several threads.
 */
public final class Vocabulary {
  private final WordList words;
  private final long[] counts;

  private Vocabulary(WordList words, long[] counts) {
    this.words = words;
    this.counts = counts;
  }

  /**
   * Sorts and limits words with their counts.
   *
   * @param counts of each word; not changed
   * @throws IllegalArgumentException if there are not as many counts as words
   */
  public static Vocabulary of(WordList words, long[] counts, VocabularyLimits limits) {
    if (words.size() != counts.length) {
      throw new IllegalArgumentException(
          words.size() + " words cannot have " + counts.length + " counts");
    }
    return sorted(words, counts, limits, words::compare);
  }

  private static Vocabulary sorted(
      WordList words, long[] counts, VocabularyLimits limits, Comparator<Integer> ties) {
    int[] order =
        IntStream.range(0, counts.length)
            .filter(id -> counts[id] >= limits.minimumCount())
            .boxed()
            .sorted(Comparator.<Integer>comparingLong(id -> -counts[id]).thenComparing(ties))
            .mapToInt(Integer::intValue)
            .limit(limits.maximumSize() == 0 ? Long.MAX_VALUE : limits.maximumSize())
            .toArray();
    return new Vocabulary(
        words.select(order), Arrays.stream(order).mapToLong(id -> counts[id]).toArray());
  }

  /** All words, by id. */
  public WordList words() {
    return words;
  }

  /** Number of words. */
  public int size() {
    return counts.length;
  }

  /** How often the word with this id occurred. */
  public long count(int id) {
    return counts[id];
  }

  /** How often all words of the vocabulary occurred together. */
  public long totalCount() {
    return Arrays.stream(counts).sum();
  }

  /** A copy of all counts, by id. */
  public long[] counts() {
    return counts.clone();
  }

  /**
   * Reads lines of a word, white space and a count, as word2vec.c and GloVe write them. The word
   * {@code </s>} of word2vec.c is left out: it stands for a line's end and is no word here. Equal
   * counts stay in the file's order, so that ids are the ranks of the tool that wrote it.
   *
   * @throws CorpusException naming the first line that is not of that form or repeats a word
   */
  public static Vocabulary read(Path path, VocabularyLimits limits) throws IOException {
    WordList.Builder words = new WordList.Builder();
    long[] counts = new long[1 << 10];
    int number = 0;
    try (var lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        int split = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
        long count = split < 1 ? -1 : parseCount(line.substring(split + 1));
        if (count < 0) {
          throw new CorpusException(
              "%s: line %d: a word and its count were expected".formatted(path, number));
        }
        String word = line.substring(0, split);
        if (word.equals("</s>")) {
          continue;
        }
        if (words.size() == counts.length) {
          counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        counts[words.size()] = count;
        words.add(word);
      }
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new CorpusException("%s: line %d: not valid UTF-8".formatted(path, number + 1), e);
    }
    return checked(path, words.build(), counts, limits);
  }

  private static Vocabulary checked(
      Path path, WordList words, long[] counts, VocabularyLimits limits) throws CorpusException {
    for (int id = 0; id < words.size(); id++) {
      if (words.indexOf(words.word(id)) != id) {
        throw new CorpusException("%s: the word '%s' stands twice".formatted(path, words.word(id)));
      }
    }
    Vocabulary vocabulary =
        sorted(
            words, Arrays.copyOf(counts, words.size()), limits, Comparator.<Integer>naturalOrder());
    if (vocabulary.size() == 0) {
      throw new CorpusException(
          "%s: no word with a count of at least %d".formatted(path, limits.minimumCount()));
    }
    return vocabulary;
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
