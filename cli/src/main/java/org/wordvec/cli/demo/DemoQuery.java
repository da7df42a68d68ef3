package org.wordvec.cli.demo;

import java.io.IOException;
import java.util.List;

/** An analogy: {@code a} is to {@code b} as {@code c} is to {@code expected}. */
public record DemoQuery(String section, String a, String b, String c, String expected) {
  /** Returns all analogies; the first is king − man + woman. */
  public static List<DemoQuery> load() throws IOException {
    return new DemoResource("questions.tsv")
        .rows().stream()
            .map(
                row ->
                    new DemoQuery(
                        row.get("section"), row.get("a"), row.get("b"), row.get("c"), row.get("d")))
            .toList();
  }

  String text() {
    return b + " - " + a + " + " + c;
  }
}
