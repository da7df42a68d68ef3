package org.wordvec.cluster;

import java.util.List;
import org.wordvec.corpora.text.TextDiagnostics;
import org.wordvec.corpora.words.Vocabulary;

/**
 * What counting the words of a text came to.
 *
 * @param kept the words within the limits
 * @param diagnostics what the tokens look like
 * @param distinct how many different words there are
 * @param total how often they occur together
 * @param greatest how often the most frequent one does
 * @param shares what other limits would keep, in the order in which they were asked for
 * @param seconds of wall time
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
   * What a limit would keep.
   *
   * @param minimumCount words less frequent are left out
   * @param words how many different ones stay
   * @param tokens how often they occur together
   */
  public record Share(long minimumCount, long words, long tokens) {}

  /** Copies the shares. */
  public WordCensus {
    shares = List.copyOf(shares);
  }
}
