package org.wordvec.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.wordvec.pictures.WordMap.MapWord;
import org.wordvec.vectors.search.Neighbor;

/** Maps whose words may be anything. */
final class Maps {
  /** What must stay text wherever it is written. */
  static final List<String> HOSTILE =
      List.of(
          "</script><img src=x onerror=alert(1)>",
          "<img src=x onerror=alert(2)>",
          "\" onmouseover=\"alert(3)",
          "' onmouseover='alert(4)",
          "<!--",
          "]]>",
          "&lt;b&gt;",
          "{{script}}",
          "$1\\u003c",
          "a\u0001b",
          "a\u2028b",
          "\ud800",
          "中文",
          "plain");

  private Maps() {}

  static WordMap of(List<String> words) {
    Random random = new Random(1);
    List<MapWord> placed = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      placed.add(
          new MapWord(words.get(i), random.nextDouble(), random.nextDouble(), i % 3 - 1, i == 0));
    }
    return new WordMap(placed, 2);
  }

  /** For each word the next one, and one that is not on the map. */
  static List<List<Neighbor>> nearest(WordMap map) {
    List<List<Neighbor>> nearest = new ArrayList<>();
    for (int i = 0; i < map.words().size(); i++) {
      int next = (i + 1) % map.words().size();
      nearest.add(
          List.of(
              new Neighbor("</script>elsewhere", 9999, 0.75),
              new Neighbor(map.words().get(next).word(), rows(map)[next], 0.5)));
    }
    return nearest;
  }

  /** The rows of a model that the words of a map might have. */
  static int[] rows(WordMap map) {
    return IntStream.range(7, 7 + map.words().size()).toArray();
  }

  static WordMap crowded(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add("word" + i);
    }
    return of(words);
  }
}
