package org.wordvec.cli.query;

import java.util.List;
import org.wordvec.library.FailedException;

/**
 * One of many questions.
 *
 * @param place file and line, for messages
 * @param cells what it is made of: one text, or as many as there are columns to it
 */
record Query(String place, List<String> cells) {
  Query {
    cells = List.copyOf(cells);
  }

  String text() {
    return String.join(" ", cells);
  }

  /** Returns an error in this question. */
  FailedException failure(String problem) {
    return new FailedException(place + ": " + problem);
  }
}
