package org.wordvec.cli.demo;

import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.output.TextTable;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.fasttext.FastTextModel;
import org.wordvec.fasttext.Subwords;
import org.wordvec.library.Quantity;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;
import org.wordvec.word2vec.Architecture;

/** Trains FastText on the demo's corpus and looks up the neighbours of misspelt words. */
record DemoSpelling(EncodedCorpus corpus, DemoOptions options) {
  /** Misspelt words that are not in the corpus, each with the correct spelling. */
  private static final List<List<String>> MISSPELT =
      List.of(
          List.of("princcess", "princess"),
          List.of("husbend", "husband"),
          List.of("norwegain", "norwegian"),
          List.of("emperror", "emperor"));

  private static final int SHOWN = 3;

  /** Returns the number of misspelt words. */
  static int size() {
    return MISSPELT.size();
  }

  /**
   * Trains and prints a model; returns for how many misspelt words the nearest neighbour is
   * correct.
   */
  int run(Arena arena, ProgressDisplay display, PrintWriter out) throws InterruptedException {
    FastText.Trained trained =
        FastText.train(new FastText.Run(corpus, config(), arena).withProgress(display::training));
    display.pause();
    FastTextModel model = trained.model();
    Neighbors neighbors = new Neighbors(model.wordVectors(arena), model);
    List<List<Object>> rows = new ArrayList<>();
    int right = 0;
    for (List<String> misspelt : MISSPELT) {
      List<String> found =
          neighbors.nearest(misspelt.getFirst(), SHOWN).stream().map(Neighbor::word).toList();
      boolean first = found.getFirst().equals(misspelt.getLast());
      right += first ? 1 : 0;
      rows.add(
          List.of(
              misspelt.getFirst(),
              misspelt.getLast(),
              String.join(", ", found),
              first ? "right" : "WRONG"));
    }
    out.println();
    out.printf(
        Locale.ROOT,
        "FastText, n-grams of %d to %d letters: %.1f s, %s words/s%n",
        model.subwords().minimumLength(),
        model.subwords().maximumLength(),
        trained.report().seconds(),
        Quantity.of(trained.report().tokensPerSecond()));
    List<Column> columns =
        List.of(Column.of("misspelt"), Column.of("correct"), Column.of("nearest"), Column.of(""));
    TextTable.print(new Report(new Table("spelling", "", columns, rows)), out);
    out.flush();
    return right;
  }

  private FastTextConfig config() {
    return new FastTextConfig(
        FastTextConfig.of(Architecture.SKIP_GRAM)
            .prediction()
            .withDimensions(DemoTraining.DIMENSIONS)
            .withSample(DemoTraining.SAMPLE)
            .withExecution(options.execution()),
        new Subwords(Subwords.DEFAULT_MINIMUM_LENGTH, Subwords.DEFAULT_MAXIMUM_LENGTH, 1 << 16));
  }
}
