package org.wordvec.corpora.counting;

import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordvec.corpora.text.TextDiagnostics;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.tokenizing.WordNormalizer;
import org.wordvec.corpora.words.TokenTable;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.corpora.words.WordList;

/**
 * Merges the token tables of all workers. Words are normalized here, once per distinct token
 * instead of once per occurrence; tokens that become the same word share a number afterwards.
 */
public final class MergedCounts {
  private static final int DROPPED = -1;

  private final TokenTable merged;
  private final int[][] mergedNumbers;
  private final int stopWords;

  /** Number of tokens that were left out as stop words. */
  private final long stopped;

  private MergedCounts(TokenTable merged, int[][] mergedNumbers, int stopWords, long stopped) {
    this.merged = merged;
    this.mergedNumbers = mergedNumbers;
    this.stopWords = stopWords;
    this.stopped = stopped;
  }

  /**
   * Merges the tables; where no word changes its form, all are added to the first worker's table.
   */
  public static MergedCounts merge(List<TokenTable> tables, Tokenization tokenization) {
    WordNormalizer shaper = new WordNormalizer(tokenization);
    TokenTable merged =
        shaper.isIdentity() ? tables.getFirst() : new TokenTable(tables.getFirst().size());
    int[][] numbers = new int[tables.size()][];
    long stopped = 0;
    for (int worker = 0; worker < numbers.length; worker++) {
      TokenTable table = tables.get(worker);
      numbers[worker] = new int[table.size()];
      for (int token = 0; token < numbers[worker].length; token++) {
        if (table == merged) {
          numbers[worker][token] = token;
        } else if (shaper.keeps(table, token)) {
          numbers[worker][token] = merged.add(table, token);
        } else {
          numbers[worker][token] = addShaped(merged, table, token, shaper);
          boolean isDropped = numbers[worker][token] == DROPPED;
          if (isDropped && shaper.isStopWord(table.token(token))) {
            stopped += table.count(token);
          }
        }
      }
    }
    return new MergedCounts(merged, numbers, shaper.stopWords(), stopped);
  }

  /** Returns the number of distinct words. */
  public int size() {
    return merged.size();
  }

  /**
   * Returns diagnostics of the words.
   *
   * @param lines number of lines with words
   */
  public TextDiagnostics diagnostics(long lines) {
    long plain = 0;
    TextDiagnostics diagnostics = new TextDiagnostics(0, 0, 0, 0, lines);
    for (int word = 0; word < merged.size(); word++) {
      if (merged.isPlain(word)) {
        plain += merged.count(word);
      } else {
        String text = new String(merged.token(word), StandardCharsets.UTF_8);
        diagnostics = diagnostics.with(text, merged.count(word));
      }
    }
    return new TextDiagnostics(
        diagnostics.words() + plain,
        diagnostics.unseparated(),
        diagnostics.unreadable(),
        diagnostics.overlong(),
        lines,
        stopWords,
        stopped);
  }

  /** Returns the largest count of a word; 0 if there are no words. */
  public long greatestCount() {
    long greatest = 0;
    for (int word = 0; word < merged.size(); word++) {
      greatest = Math.max(greatest, merged.count(word));
    }
    return greatest;
  }

  /**
   * Returns the vocabulary of the counted words within the limits, and the id of each token number.
   */
  public Numbering numbering(VocabularyLimits limits) {
    WordList.Builder words = new WordList.Builder();
    int[] numberOf = new int[merged.size()];
    long[] counts = new long[merged.size()];
    for (int number = 0; number < counts.length; number++) {
      long count = merged.count(number);
      if (count >= limits.minimumCount()) {
        byte[] bytes = merged.token(number);
        counts[words.size()] = count;
        numberOf[words.size()] = number;
        words.add(bytes, 0, bytes.length);
      }
    }
    WordList list = words.build();
    long[] listCounts = Arrays.copyOf(counts, list.size());
    int[] order = Vocabulary.order(list, listCounts, limits);
    int[] ids = new int[merged.size()];
    Arrays.fill(ids, DROPPED);
    for (int id = 0; id < order.length; id++) {
      ids[numberOf[order[id]]] = id;
    }
    return new Numbering(Vocabulary.inOrder(list, listCounts, order), finalIds(ids));
  }

  /**
   * Returns a given vocabulary, {@linkplain Vocabulary#settled settled} for this text, and the id
   * of each token number.
   */
  public Numbering numbering(Vocabulary given) {
    Vocabulary vocabulary = given.isTentative() ? given.settled(hasLineEnds()) : given;
    int[] ids = new int[merged.size()];
    for (int number = 0; number < ids.length; number++) {
      byte[] bytes = merged.token(number);
      ids[number] = vocabulary.words().indexOf(bytes, 0, bytes.length);
    }
    return new Numbering(vocabulary, finalIds(ids));
  }

  private boolean hasLineEnds() {
    for (int number = 0; number < merged.size(); number++) {
      if (Vocabulary.isLineEnd(merged.token(number))) {
        return true;
      }
    }
    return false;
  }

  /**
   * A vocabulary, and the ids of all token numbers in it.
   *
   * @param finalIds for each worker, the id of each token number of its table; -1 outside the
   *     vocabulary
   */
  public record Numbering(Vocabulary vocabulary, List<IntBuffer> finalIds) {}

  private List<IntBuffer> finalIds(int[] ids) {
    List<IntBuffer> finalIds = new ArrayList<>();
    for (int[] numbers : mergedNumbers) {
      int[] idOf = new int[numbers.length];
      for (int token = 0; token < idOf.length; token++) {
        int number = numbers[token];
        idOf[token] = number == DROPPED ? DROPPED : ids[number];
      }
      finalIds.add(IntBuffer.wrap(idOf));
    }
    return finalIds;
  }

  private static int addShaped(
      TokenTable merged, TokenTable table, int token, WordNormalizer shaper) {
    byte[] word = shaper.shape(table.token(token));
    if (word.length == 0) {
      return DROPPED;
    }
    int number = merged.add(word, 0, word.length);
    merged.addCount(number, table.count(token) - 1);
    return number;
  }
}
