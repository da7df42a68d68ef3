package org.wordvec.cluster;

import java.util.List;
import org.wordvec.corpora.text.TextDiagnostics;
import org.wordvec.corpora.words.Vocabulary;

/**
 * The result of counting the words of a text.
 *
 * @param kept the words within the limits
 * @param diagnostics what the tokens look like
 * @param distinct number of distinct words
 * @param total number of tokens
 * @param greatest count of the most frequent word
 * @param shares what the requested thresholds would keep, in their order
 * @param seconds wall time
 */
public record WordCensus(
    Vocabulary kept,
    TextDiagnostics diagnostics,
    long distinct,
    long total,
    long greatest,
    List<Share> shares,
    double seconds) {
  /**
   * What a minimum count would keep.
   *
   * @param minimumCount least count of a word that is kept
   * @param words number of distinct words kept
   * @param tokens number of their tokens
   */
  public record Share(long minimumCount, long words, long tokens) {}

  /** Creates a census; the list is copied. */
  public WordCensus {
    shares = List.copyOf(shares);
  }
}
