package org.wordvec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wordvec.compute.Execution;
import org.wordvec.compute.Schedule;
import org.wordvec.compute.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.glove.ContextSides;
import org.wordvec.glove.CooccurrenceConfig;
import org.wordvec.glove.Cooccurrences;
import org.wordvec.glove.Cooccurrences.Resources;
import org.wordvec.glove.DistanceWeighting;
import org.wordvec.glove.Entries;
import org.wordvec.glove.GloVe;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.OutputVectors;
import org.wordvec.glove.Weighting;
import org.wordvec.vectors.Neighbor;
import org.wordvec.vectors.Neighbors;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective.NegativeSampling;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** Trains one model of the demo, shows what it learnt and scores it. */
record DemoTraining(EncodedCorpus corpus, List<DemoQuestion> questions, DemoOptions options) {
  private static final int DIMENSIONS = 50;
  private static final int EPOCHS = 10;
  private static final int GLOVE_EPOCHS = 25;
  private static final double GLOVE_X_MAX = 10;
  private static final long GLOVE_MEMORY = 1L << 28;
  private static final CooccurrenceConfig GLOVE_COUNTING =
      new CooccurrenceConfig(10, ContextSides.BOTH, DistanceWeighting.INVERSE);

  /**
   * A vocabulary of hundreds has no rare words: the usual 1e-4 would leave out most of the text.
   */
  private static final double SAMPLE = 1e-3;

  private static final List<String> SHOWN = List.of("king", "paris", "walked", "bigger");
  private static final int NEIGHBORS = 5;

  /** Word2Vec. */
  DemoScore run(Architecture architecture, Arena arena, Terminal terminal)
      throws InterruptedException {
    Word2VecConfig config = config(architecture);
    Word2Vec.Trained trained;
    try (ProgressDisplay display = display(terminal)) {
      trained = Word2Vec.train(corpus, config, arena, display::training);
    }
    return show(heading(config, trained.report()), trained.vectors(), trained.report(), terminal);
  }

  /** GloVe. */
  DemoScore runGloVe(Arena arena, Terminal terminal) throws IOException, InterruptedException {
    GloVeConfig config =
        new GloVeConfig(
            DIMENSIONS,
            new Weighting(GLOVE_X_MAX, Weighting.DEFAULT_ALPHA),
            GloVeConfig.DEFAULT_GRADIENT_CLIP,
            OutputVectors.SUM,
            GloVeConfig.schedule(GLOVE_EPOCHS, GloVeConfig.DEFAULT_LEARNING_RATE),
            options.execution());
    Cooccurrences counts = new Cooccurrences.Counted(corpus, GLOVE_COUNTING);
    Execution execution = config.execution();
    Resources resources =
        new Resources(
            execution.threads(), GLOVE_MEMORY, Path.of(System.getProperty("java.io.tmpdir")));
    GloVe.Trained trained;
    long entryCount;
    try (ProgressDisplay display = display(terminal);
        Entries entries =
            counts.arrange(config.weighting(), execution.seed(), resources, display::counting)) {
      entryCount = entries.size();
      trained =
          GloVe.train(entries, config, arena, snapshot -> display.training(snapshot, "entries"));
    }
    String heading =
        String.format(
            Locale.ROOT,
            "GloVe, %d dimensions, window %d, %,d entries, %d epochs: %.1f s, %s entries/s",
            config.dimensions(),
            GLOVE_COUNTING.window(),
            entryCount,
            config.schedule().epochs(),
            trained.report().seconds(),
            Quantity.of(trained.report().tokensPerSecond()));
    return show(heading, trained.vectors(), trained.report(), terminal);
  }

  private ProgressDisplay display(Terminal terminal) {
    return ProgressDisplay.of(terminal, options.quiet || !terminal.notesShown());
  }

  private DemoScore show(
      String heading, WordVectors vectors, TrainingReport report, Terminal terminal) {
    PrintWriter out = terminal.out();
    Neighbors neighbors = new Neighbors(vectors);
    out.println();
    out.println(heading);
    out.println("loss by epoch: " + losses(report));
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
