package org.wordvec.glove.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wordvec.corpora.words.Vocabulary;

/**
 * Co-occurrence counts in plain loops, which the counter is compared with: for words i and j up to
 * a window apart x[i][j] grows by 1/distance, or by 1 (Pennington, Socher and Manning 2014, section
 * 4.2). Words outside the vocabulary take no place, and lines are apart.
 */
public final class CooccurrenceReference {
  private CooccurrenceReference() {}

  /** Ranks from 1, as in GloVe's files. */
  public record Pair(int word, int context) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int words = Integer.compare(word, other.word);
      return words != 0 ? words : Integer.compare(context, other.context);
    }
  }

  /** Counts the words of a text. */
  public static Map<Pair, Double> of(
      String text, Vocabulary vocabulary, CooccurrenceConfig config) {
    Map<Pair, Double> counts = new TreeMap<>();
    for (String line : text.split("\n", -1)) {
      List<Integer> ranks = new ArrayList<>();
      for (String token : line.split(" ", -1)) {
        int id = vocabulary.words().indexOf(token);
        if (id >= 0) {
          ranks.add(id + 1);
        }
      }
      for (int right = 0; right < ranks.size(); right++) {
        for (int left = Math.max(0, right - config.window()); left < right; left++) {
          double weight =
              config.weighting() == DistanceWeighting.INVERSE ? 1.0 / (right - left) : 1;
          counts.merge(new Pair(ranks.get(left), ranks.get(right)), weight, Double::sum);
          if (config.sides() == ContextSides.BOTH) {
            counts.merge(new Pair(ranks.get(right), ranks.get(left)), weight, Double::sum);
          }
        }
      }
    }
    return counts;
  }
}
