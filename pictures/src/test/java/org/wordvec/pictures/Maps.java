package org.wordvec.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wordvec.pictures.WordMap.MapWord;
import org.wordvec.vectors.Neighbor;

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
      int next = (i + 1) % words.size();
      placed.add(
          new MapWord(
              words.get(i),
              random.nextDouble(),
              random.nextDouble(),
              i % 3 - 1,
              i == 0,
              List.of(new Neighbor(words.get(next), next, 0.5))));
    }
    return new WordMap(placed, 2);
  }

  static WordMap crowded(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add("word" + i);
    }
    return of(words);
  }
}
