package org.wordvec.library.training;

import java.io.IOException;
import java.util.Map;
import org.wordvec.compute.training.Progress;

/**
 * The part of a training that differs between model families and engines; {@link TrainingPipeline}
 * does the rest.
 *
 * @param <D> the family's training data
 */
public interface TrainingStrategy<D extends TrainingData> {
  /** Returns the family: {@code word2vec}, {@code fasttext} or {@code glove}. */
  String model();

  /** Returns the program that trains: {@code wordvec}, {@code spark} or another. */
  default String engine() {
    return "wordvec";
  }

  /** Returns the unit of the family's training data. */
  Unit unit();

  /** Returns all settings by the names of their options, with underscores. */
  Map<String, Object> configuration();

  /**
   * Returns the memory and disk space that a model needs on this machine.
   *
   * @param vocabulary number of words; 0 while it is not known
   */
  ModelNeeds needs(int vocabulary);

  /** Reads the training data, and checks that it fits in memory and agrees with a checkpoint. */
  D read(TrainingRun run) throws IOException, InterruptedException;

  /** Trains the model, with matrices in the arena of the run. */
  TrainedModel train(D data, TrainingRun run, Progress progress)
      throws IOException, InterruptedException;
}
