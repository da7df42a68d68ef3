package org.wordvec.vectors.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordvec.vectors.Samples;

class TopRowsTest {
  @Test
  void agreesWithSorting() {
    Random random = new Random(1);
    for (int trial = 0; trial < 300; trial++) {
      int count = random.nextInt(200);
      int k = 1 + random.nextInt(40);
      float[] scores = new float[count];
      for (int i = 0; i < count; i++) {
        // Few values, so that there are ties.
        scores[i] = random.nextInt(10) == 0 ? Float.NEGATIVE_INFINITY : random.nextInt(20) - 10;
      }
      int[] expected =
          IntStream.range(0, count)
              .filter(i -> scores[i] > Float.NEGATIVE_INFINITY)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i))
              .limit(k)
              .mapToInt(Integer::intValue)
              .toArray();
      int cut = random.nextInt(count + 1);
      Cosines cosines = new Cosines(Samples.random(count, 1, 1).matrix(), SearchEngine.BUILT_IN);
      Candidates all = new Candidates(cosines, count, Optional.empty());
      TopRows first = new TopRows(k);
      TopRows second = new TopRows(k);
      second.offerAll(scores, cut, cut, count - cut, all, new int[0]);
      first.offerAll(scores, 0, 0, cut, all, new int[0]);
      second.offerAll(first);
      second.sort();
      assertThat(IntStream.range(0, second.size()).map(second::row).toArray()).isEqualTo(expected);
      for (int rank = 0; rank < expected.length; rank++) {
        assertThat(second.score(rank)).isEqualTo(scores[expected[rank]]);
      }
    }
  }
}
