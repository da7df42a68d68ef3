package org.wordvec.library.training;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.wordvec.compute.training.TrainingReport;
import org.wordvec.vectors.WordVectors;

/**
 * A trained model.
 *
 * @param report times and losses
 * @param vectors of the words in the vocabulary; computed only if a report needs them
 * @param output writes the model
 * @param configuration the settings used, by the names of their options
 */
public record TrainedModel(
    TrainingReport report,
    Supplier<WordVectors> vectors,
    Output output,
    Map<String, Object> configuration) {
  /** Writes a model. */
  @FunctionalInterface
  public interface Output {
    /** Writes the model and returns the name of its format, for display. */
    String write(TrainingFiles files) throws IOException;
  }
}
