package org.wordvec.vectors.repair;

import java.util.List;

/**
 * A problem of a file.
 *
 * @param kind kind of the problem
 * @param count number of words, rows or bytes with the problem
 * @param examples the first few occurrences with their positions
 */
public record Problem(ProblemKind kind, long count, List<String> examples) {
  /** Copies the examples. */
  public Problem {
    examples = List.copyOf(examples);
  }
}
