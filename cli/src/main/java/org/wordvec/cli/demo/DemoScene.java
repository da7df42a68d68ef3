package org.wordvec.cli.demo;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A part of the small world: who may act in it, and the patterns of what may be said of them.
 *
 * @param casts each a set of words by the slot that one of them fills
 * @param patterns sentences with slots in braces
 */
record DemoScene(List<Map<String, List<String>>> casts, List<String> patterns) {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  /** Reads {@code name.tsv} and {@code name.txt}; {@code shared} slots are open to every cast. */
  static DemoScene read(String name, Map<String, List<String>> shared) throws IOException {
    List<Map<String, List<String>>> casts =
        new DemoResource(name + ".tsv")
            .rows().stream().map(row -> cast(row.toMap(), shared)).toList();
    return new DemoScene(casts, new DemoResource(name + ".txt").lines());
  }

  private static Map<String, List<String>> cast(
      Map<String, String> row, Map<String, List<String>> shared) {
    Map<String, List<String>> cast = new HashMap<>(shared);
    row.forEach((slot, words) -> cast.put(slot, List.of(words.split(",", -1))));
    return cast;
  }

  /** Returns a sentence made by chance. */
  String sentence(SplittableRandom random) {
    Map<String, List<String>> cast = pick(casts, random);
    return SLOT.matcher(pick(patterns, random)).replaceAll(slot -> fill(slot, cast, random));
  }

  private static String fill(
      MatchResult slot, Map<String, List<String>> cast, SplittableRandom random) {
    List<String> words = cast.get(slot.group(1));
    if (words == null) {
      throw new IllegalStateException("no cast fills the slot " + slot.group());
    }
    return pick(words, random);
  }

  private static <T> T pick(List<T> items, SplittableRandom random) {
    return items.get(random.nextInt(items.size()));
  }
}
