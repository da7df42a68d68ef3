package org.wordvec.cli.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wordvec.cli.output.TextTable;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;

/** A trained model of the demo. */
record DemoModel(String heading, WordVectors vectors, TrainingReport report) {
  private static final List<String> SHOWN = List.of("king", "paris", "walked", "bigger");
  private static final int NEIGHBORS = 5;

  /** Prints what the model has learnt and returns its score. */
  DemoScore show(List<DemoQuery> queries, PrintWriter out) {
    Neighbors neighbors = new Neighbors(vectors);
    out.println();
    out.println(heading);
    out.println("loss by epoch: " + losses());
    for (String word : SHOWN) {
      out.println("nearest to " + word + ": " + words(neighbors.nearest(word, NEIGHBORS)));
    }
    DemoScore score = DemoScore.of(neighbors, queries);
    TextTable.print(score.report(), out);
    out.flush();
    return score;
  }

  private String losses() {
    return report.losses().stream()
        .map(loss -> String.format(Locale.ROOT, "%.3f", loss))
        .collect(Collectors.joining(" "));
  }

  private static String words(List<Neighbor> neighbors) {
    return neighbors.stream()
        .map(found -> String.format(Locale.ROOT, "%s %.2f", found.word(), found.similarity()))
        .collect(Collectors.joining(", "));
  }
}
