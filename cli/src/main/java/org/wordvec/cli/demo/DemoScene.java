package org.wordvec.cli.demo;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * A topic of the demo's corpus: words that fill slots, and patterns of sentences with these slots.
 *
 * @param casts sets of words by slot; a sentence uses the words of one cast
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

  /** Reads the words of the slots that are open to every cast. */
  static Map<String, List<String>> sharedSlots() throws IOException {
    Map<String, List<String>> shared = new HashMap<>();
    for (CSVRecord row : new DemoResource("lists.tsv").rows()) {
      shared.put(row.get("list"), List.of(row.get("words").split(",", -1)));
    }
    return shared;
  }

  /** Returns the words of a row's slots and of the shared ones. */
  static Map<String, List<String>> cast(Map<String, String> row, Map<String, List<String>> shared) {
    Map<String, List<String>> cast = new HashMap<>(shared);
    row.forEach((slot, words) -> cast.put(slot, List.of(words.split(",", -1))));
    return cast;
  }

  /** Returns a random sentence. */
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
