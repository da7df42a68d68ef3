package org.wordvec.vectors.repair;

import java.util.List;

/**
 * Something odd about a file, and how often it is there.
 *
 * @param count how many words, rows or bytes
 * @param examples the first few, each with its place
 */
public record Problem(ProblemKind kind, long count, List<String> examples) {
  /** Copies the examples. */
  public Problem {
    examples = List.copyOf(examples);
  }
}
