package org.wordvec.library.training;

import java.io.IOException;
import java.util.Map;
import org.wordvec.compute.training.Progress;

/**
 * What differs between the trainings of the model families and engines; {@link TrainingPipeline}
 * does the rest.
 *
 * @param <D> what the family learns from
 */
public interface TrainingStrategy<D extends TrainingData> {
  /** Returns the family: {@code word2vec}, {@code fasttext} or {@code glove}. */
  String model();

  /** Returns the program that trains: {@code wordvec}, {@code spark} or another. */
  default String engine() {
    return "wordvec";
  }

  /** Returns what the family is trained on. */
  Unit unit();

  /** Returns every setting by the name of the option that sets it, with underscores. */
  Map<String, Object> configuration();

  /**
   * Returns what a model needs on this machine.
   *
   * @param vocabulary number of words; 0 while it is not known
   */
  ModelNeeds needs(int vocabulary);

  /**
   * Reads what is learnt from, and checks that there is room for it and that it is what a
   * checkpoint was trained on.
   */
  D read(TrainingRun run) throws IOException, InterruptedException;

  /** Trains, with matrices in the arena of the run. */
  TrainedModel train(D data, TrainingRun run, Progress progress)
      throws IOException, InterruptedException;
}
