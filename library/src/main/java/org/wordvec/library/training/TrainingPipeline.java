package org.wordvec.library.training;

import java.io.IOException;
import java.lang.foreign.Arena;
import org.wordvec.compute.VectorApi;
import org.wordvec.library.FailedException;

/**
 * Runs a training from text to files, for every family and engine: check, read, train or plan,
 * write, report. Existing outputs are replaced only if all stages succeed. A pipeline is used once,
 * by one thread.
 *
 * @param <D> the family's training data
 */
public final class TrainingPipeline<D extends TrainingData> {
  private final TrainingStrategy<D> strategy;
  private final TrainingSettings settings;
  private final TrainingListener listener;

  /** Creates a pipeline. */
  public TrainingPipeline(
      TrainingStrategy<D> strategy, TrainingSettings settings, TrainingListener listener) {
    this.strategy = strategy;
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Trains and writes all outputs.
   *
   * @throws FailedException if there is not enough memory or disk space
   * @throws org.wordvec.compute.training.DivergedException if the vectors grow without bound
   */
  public void train() throws IOException, InterruptedException {
    check();
    try (Arena arena = Arena.ofShared()) {
      TrainingRun run = new TrainingRun(settings, arena, listener);
      try (D data = strategy.read(run)) {
        TrainingHistory history = new TrainingHistory();
        TrainedModel trained =
            strategy.train(
                data,
                run,
                snapshot -> {
                  history.add(snapshot);
                  listener.training(snapshot, strategy.unit());
                });
        TrainingNotes.trained(trained.report(), strategy.unit()).forEach(listener::note);
        write(data, trained, history);
      }
    }
  }

  private void write(D data, TrainedModel trained, TrainingHistory history) throws IOException {
    TrainingFiles files = settings.files();
    long start = System.nanoTime();
    String format = trained.output().write(files);
    files.writeVocabulary(data.vocabulary());
    double writeSeconds = 1e-9 * (System.nanoTime() - start);
    files.writeReport(
        new TrainingOutcome(
            ReportDocument.of(strategy, data, trained, writeSeconds),
            history,
            strategy.unit(),
            trained.vectors()));
    listener.note("wrote " + files.output() + " as " + format);
    settings.checkpoints().finished(files.output()).ifPresent(listener::note);
  }

  /**
   * Reads the text, trains for a few seconds, and returns an estimate for the whole training;
   * writes nothing.
   *
   * @throws FailedException if there is not enough memory or disk space
   */
  public TrainingPlan plan() throws IOException, InterruptedException {
    check();
    try (Arena arena = Arena.ofShared()) {
      TrainingRun run = new TrainingRun(settings, arena, listener);
      try (D data = strategy.read(run)) {
        int words = data.vocabulary().size();
        return new TrainingPlan(
            data.size(),
            words,
            strategy.unit(),
            TrialTraining.of(progress -> strategy.train(data, run, progress)),
            strategy.needs(words),
            data.bytes(),
            settings.preflight());
      }
    }
  }

  private void check() throws IOException {
    if (!VectorApi.isPresent()) {
      throw new FailedException(
          "training needs Java's Vector API: run with --add-modules jdk.incubator.vector");
    }
    settings.checkpoints().require(strategy.model(), strategy.configuration());
    settings.preflight().check(strategy.needs(0), 0);
  }
}
