package org.wordvec.cli;

import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wordvec.compute.Schedule;
import org.wordvec.compute.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.vectors.Neighbor;
import org.wordvec.vectors.Neighbors;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective.NegativeSampling;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** Trains one model of the demo, shows what it learnt and scores it. */
record DemoTraining(EncodedCorpus corpus, List<DemoQuestion> questions, DemoOptions options) {
  static final int DIMENSIONS = 50;
  private static final int EPOCHS = 10;

  /**
   * A vocabulary of hundreds has no rare words: the usual 1e-4 would leave out most of the text.
   */
  static final double SAMPLE = 1e-3;

  private static final List<String> SHOWN = List.of("king", "paris", "walked", "bigger");
  private static final int NEIGHBORS = 5;

  DemoScore run(Architecture architecture, Arena arena, Terminal terminal)
      throws InterruptedException {
    Word2VecConfig config = config(architecture);
    Word2Vec.Trained trained;
    try (ProgressDisplay display =
        ProgressDisplay.of(terminal, options.quiet || !terminal.notesShown())) {
      trained = Word2Vec.train(corpus, config, arena, display::training);
    }
    PrintWriter out = terminal.out();
    Neighbors neighbors = new Neighbors(trained.vectors());
    out.println();
    out.println(heading(config, trained.report()));
    out.println("loss by epoch: " + losses(trained.report()));
    for (String word : SHOWN) {
      out.println("nearest to " + word + ": " + words(neighbors.nearest(word, NEIGHBORS)));
    }
    DemoScore score = DemoScore.of(neighbors, questions);
    TextTable.print(score.report(), out);
    out.flush();
    return score;
  }

  private Word2VecConfig config(Architecture architecture) {
    return new Word2VecConfig(
        architecture,
        new NegativeSampling(
            NegativeSampling.DEFAULT_NEGATIVES, NegativeSampling.DEFAULT_NOISE_EXPONENT),
        DIMENSIONS,
        Word2VecConfig.DEFAULT_WINDOW,
        SAMPLE,
        new Schedule(EPOCHS, Word2VecConfig.defaultRate(architecture)),
        options.execution());
  }

  private static String heading(Word2VecConfig config, TrainingReport report) {
    String name =
        switch (config.architecture()) {
          case SKIP_GRAM -> "Skip-gram";
          case CBOW -> "CBOW";
        };
    return String.format(
        Locale.ROOT,
        "%s, %d dimensions, window %d, %d epochs: %.1f s, %s words/s",
        name,
        config.dimensions(),
        config.window(),
        config.schedule().epochs(),
        report.seconds(),
        Quantity.of(report.tokensPerSecond()));
  }

  private static String losses(TrainingReport report) {
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
