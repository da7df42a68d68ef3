package org.wordvec.cli.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** A word with two unrelated meanings. */
record DemoHomonym(String word, List<DemoMeaning> meanings) {
  /** Loads all homonyms from resources. */
  static List<DemoHomonym> load() throws IOException {
    Map<String, List<String>> shared = DemoScene.sharedSlots();
    List<CSVRecord> training = new DemoResource("meanings-training.tsv").rows();
    List<CSVRecord> heldOut = new DemoResource("meanings-held-out.tsv").rows();
    Map<String, List<DemoMeaning>> meanings = new LinkedHashMap<>();
    for (CSVRecord row : new DemoResource("meanings.tsv").rows()) {
      Map<String, List<String>> cast = DemoScene.cast(row.toMap(), shared);
      Map<String, List<String>> others = new HashMap<>(cast);
      others.put("word", List.of(row.get("others").split(",", -1)));
      List<String> patterns = patterns(training, row);
      meanings
          .computeIfAbsent(row.get("word"), word -> new ArrayList<>())
          .add(
              new DemoMeaning(
                  row.get("meaning"),
                  new DemoScene(List.of(cast), patterns),
                  new DemoScene(List.of(others), patterns),
                  new DemoScene(List.of(cast), patterns(heldOut, row))));
    }
    return meanings.entrySet().stream()
        .map(entry -> new DemoHomonym(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private static List<String> patterns(List<CSVRecord> rows, CSVRecord meaning) {
    return rows.stream()
        .filter(row -> row.get("word").equals(meaning.get("word")))
        .filter(row -> row.get("meaning").equals(meaning.get("meaning")))
        .map(row -> row.get("pattern"))
        .toList();
  }
}
