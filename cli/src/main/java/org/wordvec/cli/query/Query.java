package org.wordvec.cli.query;

import java.util.List;
import org.wordvec.library.FailedException;

/**
 * A query of a file.
 *
 * @param place file and line, for messages
 * @param cells a line's text, or the cells of the selected columns
 */
record Query(String place, List<String> cells) {
  Query {
    cells = List.copyOf(cells);
  }

  String text() {
    return String.join(" ", cells);
  }

  /** Returns an exception that names the place of this query. */
  FailedException failure(String problem) {
    return new FailedException(place + ": " + problem);
  }
}
