package org.wordvec.vectors.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wordvec.vectors.Geometry;

/**
 * Finds the word that does not belong with the others: the one with the smallest cosine to the mean
 * of all words' unit vectors, as in gensim's {@code doesnt_match}. Stateless.
 */
public final class OddOneOut {
  private OddOneOut() {}

  /**
   * A word of the group.
   *
   * @param word the word
   * @param cosine cosine with the mean of the group
   */
  public record Member(String word, double cosine) {}

  /**
   * Returns the words by rising cosine, the odd one first; equal ones in the given order.
   *
   * @throws UnknownWordException if a word has no vector
   * @throws IllegalArgumentException if there are fewer than three words
   */
  public static List<Member> order(Neighbors neighbors, List<String> words) {
    if (words.size() < 3) {
      throw new IllegalArgumentException(
          "the odd one out needs three words or more, not " + words.size());
    }
    List<float[]> units = new ArrayList<>();
    float[] sum = new float[neighbors.vectors().dimensions()];
    for (String word : words) {
      float[] unit = Geometry.unit(neighbors.vector(word));
      units.add(unit);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += unit[i];
      }
    }
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      members.add(new Member(words.get(i), Geometry.between(units.get(i), sum)));
    }
    return members.stream().sorted(Comparator.comparingDouble(Member::cosine)).toList();
  }
}
