package org.wordvec.library.training;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.vectors.WordVectors;

/**
 * What came of a training.
 *
 * @param report times and losses
 * @param vectors those of the vocabulary's words; computed only where a report needs them
 * @param output writes the model
 * @param configuration every setting as it was trained, by the names of the options that set it
 */
public record TrainedModel(
    TrainingReport report,
    Supplier<WordVectors> vectors,
    Output output,
    Map<String, Object> configuration) {
  /** Writes a model. */
  @FunctionalInterface
  public interface Output {
    /** Writes the model and returns the name of its format, for people. */
    String write(TrainingFiles files) throws IOException;
  }
}
