package org.wordvec.cli.demo;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Locale;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.glove.GloVe;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.OutputVectors;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.counting.DistanceWeighting;
import org.wordvec.glove.entries.Entries;
import org.wordvec.glove.entries.Weighting;
import org.wordvec.library.Quantity;

/** Trains GloVe for the demo. */
record DemoGloVe(EncodedCorpus corpus, DemoOptions options) {
  private static final int DIMENSIONS = 50;
  private static final int WINDOW = 10;

  /** More epochs would overfit so small a corpus. */
  private static final int EPOCHS = 20;

  /** Larger than the usual 100, since every meaningful pair occurs more often than that. */
  private static final double X_MAX = 1000;

  private static final long MEMORY = 1L << 28;

  DemoModel run(Arena arena, ProgressDisplay display) throws IOException, InterruptedException {
    GloVeConfig config =
        new GloVeConfig(
            DIMENSIONS,
            new Weighting(X_MAX, Weighting.DEFAULT_ALPHA),
            GloVeConfig.DEFAULT_GRADIENT_CLIP,
            OutputVectors.SUM,
            GloVeConfig.schedule(EPOCHS, GloVeConfig.DEFAULT_LEARNING_RATE),
            options.execution());
    CooccurrenceConfig counting =
        new CooccurrenceConfig(WINDOW, ContextSides.BOTH, DistanceWeighting.INVERSE);
    Cooccurrences.Resources resources =
        new Cooccurrences.Resources(
            options.execution().threads(), MEMORY, Path.of(System.getProperty("java.io.tmpdir")));
    try (Entries entries =
        Entries.of(
            new Cooccurrences.Counted(corpus, counting),
            config.weighting(),
            options.seed,
            resources,
            display::counting)) {
      GloVe.Trained trained =
          GloVe.train(
              new GloVe.Run(entries, config, arena)
                  .withProgress(at -> display.training(at, "entries")));
      return new DemoModel(heading(entries, trained), trained.vectors(), trained.report());
    }
  }

  private String heading(Entries entries, GloVe.Trained trained) {
    return String.format(
        Locale.ROOT,
        "GloVe, %d dimensions, window %d, %,d entries from %,d sentences, %d epochs: %.1f s,"
            + " %s entries/s",
        DIMENSIONS,
        WINDOW,
        entries.size(),
        corpus.sentences(),
        EPOCHS,
        trained.report().seconds(),
        Quantity.of(trained.report().tokensPerSecond()));
  }
}
