package org.wordvec.cli.query;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A stream of questions. Read by one thread. */
interface Queries extends Closeable {
  /** Returns the next question, or nothing at the end. Waits for it. */
  Optional<Query> next() throws IOException;

  /** Returns whether the next question, or the end, can be had without waiting for it. */
  boolean isReady() throws IOException;
}
