package org.wordvec.cli.demo;

import java.lang.foreign.Arena;
import java.util.Locale;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.compute.training.Schedule;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.library.Quantity;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** Trains Word2Vec for the demo. */
record DemoTraining(EncodedCorpus corpus, DemoOptions options) {
  static final int DIMENSIONS = 50;
  private static final int EPOCHS = 10;

  /**
   * Larger than the usual 1e-4, which would drop most of the text: a vocabulary of hundreds has no
   * rare words.
   */
  static final double SAMPLE = 1e-3;

  DemoModel run(Architecture architecture, Arena arena, ProgressDisplay display)
      throws InterruptedException {
    Word2VecConfig config = config(architecture);
    Word2Vec.Trained trained =
        Word2Vec.train(
            new Word2Vec.Run(corpus, config, arena)
                .withProgress(at -> display.training(at, "words")));
    return new DemoModel(heading(config, trained.report()), trained.vectors(), trained.report());
  }

  private Word2VecConfig config(Architecture architecture) {
    return Word2VecConfig.of(architecture)
        .withDimensions(DIMENSIONS)
        .withSample(SAMPLE)
        .withSchedule(new Schedule(EPOCHS, Word2VecConfig.defaultRate(architecture)))
        .withExecution(options.execution());
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
}
