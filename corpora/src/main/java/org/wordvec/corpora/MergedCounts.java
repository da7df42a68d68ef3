package org.wordvec.corpora;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The workers' tables as one. Normalisation happens here, once for each distinct token instead of
 * once for each occurrence: tokens that become the same word share a number from here on.
 */
final class MergedCounts {
  private static final int DROPPED = -1;

  private final TokenTable merged;
  private final int[][] mergedNumbers;

  private MergedCounts(TokenTable merged, int[][] mergedNumbers) {
    this.merged = merged;
    this.mergedNumbers = mergedNumbers;
  }

  static MergedCounts merge(List<TokenTable> tables, Tokenization tokenization) {
    int greatest = tables.stream().mapToInt(TokenTable::size).max().orElse(0);
    TokenTable merged = new TokenTable(2 * greatest);
    int[][] numbers = new int[tables.size()][];
    for (int worker = 0; worker < numbers.length; worker++) {
      TokenTable table = tables.get(worker);
      numbers[worker] = new int[table.size()];
      for (int token = 0; token < table.size(); token++) {
        byte[] word = normalise(table.token(token), tokenization);
        numbers[worker][token] =
            word.length == 0 ? DROPPED : add(merged, word, table.count(token));
      }
    }
    return new MergedCounts(merged, numbers);
  }

  /** Number of distinct words. */
  int size() {
    return merged.size();
  }

  long greatestCount() {
    long greatest = 0;
    for (int word = 0; word < merged.size(); word++) {
      greatest = Math.max(greatest, merged.count(word));
    }
    return greatest;
  }

  Vocabulary vocabulary(VocabularyLimits limits) {
    WordList.Builder words = new WordList.Builder();
    long[] counts = new long[merged.size()];
    for (int word = 0; word < counts.length; word++) {
      long count = merged.count(word);
      if (count >= limits.minimumCount()) {
        byte[] bytes = merged.token(word);
        counts[words.size()] = count;
        words.add(bytes, 0, bytes.length);
      }
    }
    return Vocabulary.of(words.build(), Arrays.copyOf(counts, words.size()), limits);
  }

  /** For each worker and each number of its table: the id in the vocabulary, or -1. */
  int[][] finalIds(Vocabulary vocabulary) {
    int[] ids = new int[merged.size()];
    for (int word = 0; word < ids.length; word++) {
      byte[] bytes = merged.token(word);
      ids[word] = vocabulary.words().indexOf(bytes, 0, bytes.length);
    }
    int[][] finalIds = new int[mergedNumbers.length][];
    for (int worker = 0; worker < finalIds.length; worker++) {
      finalIds[worker] =
          Arrays.stream(mergedNumbers[worker])
              .map(number -> number == DROPPED ? DROPPED : ids[number])
              .toArray();
    }
    return finalIds;
  }

  private static int add(TokenTable merged, byte[] word, long count) {
    int number = merged.add(word, 0, word.length);
    merged.addCount(number, count - 1);
    return number;
  }

  private static byte[] normalise(byte[] token, Tokenization tokenization) {
    boolean ascii = true;
    boolean lower = true;
    for (byte value : token) {
      ascii &= value >= 0;
      lower &= value < 'A' || value > 'Z';
    }
    if (ascii && (lower || !tokenization.lowercase())) {
      return token;
    }
    String text = new String(token, StandardCharsets.UTF_8);
    if (tokenization.encodingErrors() == EncodingErrors.SKIP
        && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), token)) {
      return new byte[0];
    }
    String folded = tokenization.lowercase() ? text.toLowerCase(Locale.ROOT) : text;
    return folded.getBytes(StandardCharsets.UTF_8);
  }
}
