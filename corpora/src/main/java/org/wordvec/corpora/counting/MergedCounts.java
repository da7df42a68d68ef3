package org.wordvec.corpora.counting;

import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.tokenizing.WordNormalizer;
import org.wordvec.corpora.words.TokenTable;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.corpora.words.WordList;

/**
 * The workers' tables as one. Words get their form here, once for each distinct token instead of
 * once for each occurrence: tokens that become the same word share a number from here on.
 */
public final class MergedCounts {
  private static final int DROPPED = -1;

  private final TokenTable merged;
  private final int[][] mergedNumbers;
  private final int stopWords;

  /** How many tokens were left out as stop words. */
  private final long stopped;

  private MergedCounts(TokenTable merged, int[][] mergedNumbers, int stopWords, long stopped) {
    this.merged = merged;
    this.mergedNumbers = mergedNumbers;
    this.stopWords = stopWords;
    this.stopped = stopped;
  }

  /** The first worker's table takes in the others', where no word changes its form. */
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

  /** Number of distinct words. */
  public int size() {
    return merged.size();
  }

  /** What the words look like, in so many lines. */
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

  public long greatestCount() {
    long greatest = 0;
    for (int word = 0; word < merged.size(); word++) {
      greatest = Math.max(greatest, merged.count(word));
    }
    return greatest;
  }

  /** The vocabulary that the counts yield, and where each number's word is in it. */
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

  /** A given vocabulary, settled for this text, and where each number's word is in it. */
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
   * A vocabulary, and for each worker and each number of its table the id there, or -1.
   *
   * @param finalIds by worker, then by number
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
