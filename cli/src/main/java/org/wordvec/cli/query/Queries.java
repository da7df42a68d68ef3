package org.wordvec.cli.query;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A stream of queries. Not thread-safe. */
interface Queries extends Closeable {
  /** Waits for the next query and returns it, or nothing at the end. */
  Optional<Query> next() throws IOException;

  /** Returns whether {@link #next} would return without waiting. */
  boolean isReady() throws IOException;
}
