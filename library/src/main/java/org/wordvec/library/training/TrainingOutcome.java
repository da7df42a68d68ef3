package org.wordvec.library.training;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.wordvec.vectors.WordVectors;

/**
 * What there is to report of a training.
 *
 * @param document counts, times, losses and settings by name
 * @param history how it went
 * @param unit what it was trained on, such as words
 * @param vectors what came of it; asked for only where a report needs them
 */
public record TrainingOutcome(
    Map<String, Object> document,
    TrainingHistory history,
    Unit unit,
    Supplier<WordVectors> vectors) {
  /** Returns a value that every document has. */
  public Object value(String name) {
    return Objects.requireNonNull(document.get(name), name);
  }

  /** Mean losses, an element an epoch; not always numbers. */
  public List<?> losses() {
    return (List<?>) value("losses");
  }

  /** Every setting by name. */
  @SuppressWarnings("unchecked") // documents are made here, their keys are strings
  public Map<String, Object> settings() {
    return (Map<String, Object>) value("configuration");
  }
}
