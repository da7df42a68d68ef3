package org.wordvec.library.training;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.wordvec.vectors.WordVectors;

/**
 * The outcome of a training, for its report.
 *
 * @param document counts, times, losses and settings by name
 * @param history of progress
 * @param unit of the training, such as words
 * @param vectors of the model; computed only if a report needs them
 */
public record TrainingOutcome(
    Map<String, Object> document,
    TrainingHistory history,
    Unit unit,
    Supplier<WordVectors> vectors) {
  /** Returns a value of the document, which must exist. */
  public Object value(String name) {
    return Objects.requireNonNull(document.get(name), name);
  }

  /** Returns the mean loss of each epoch; null if it was not measured. */
  public List<?> losses() {
    return (List<?>) value("losses");
  }

  /** Returns all settings by name. */
  @SuppressWarnings("unchecked") // documents are made here, their keys are strings
  public Map<String, Object> settings() {
    return (Map<String, Object>) value("configuration");
  }
}
