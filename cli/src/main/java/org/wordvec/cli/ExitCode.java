package org.wordvec.cli;

import java.util.Map;
import java.util.TreeMap;

/** What the process answers with. */
final class ExitCode {
  static final int OK = 0;

  static final int FAILURE = 1;

  static final int USAGE = 2;

  /** As if killed by SIGINT. */
  static final int INTERRUPTED = 130;

  /** As if killed by SIGHUP. */
  static final int HUNG_UP = 129;

  /** As if killed by SIGTERM. */
  static final int TERMINATED = 143;

  /** As if killed by SIGPIPE: the reader of standard output went away, which is no one's error. */
  static final int BROKEN_PIPE = 141;

  /** What each means, for the manual. */
  static final Map<Integer, String> MEANINGS =
      new TreeMap<>(
          Map.of(
              OK, "Done.",
              FAILURE, "Failed; one line on standard error says why.",
              USAGE, "The command line makes no sense, or a value is out of its range.",
              HUNG_UP, "Ended since the terminal went away.",
              INTERRUPTED, "Interrupted, as by Ctrl-C.",
              TERMINATED, "Terminated, as by kill.",
              BROKEN_PIPE, "The reader of standard output went away, as head does."));

  private ExitCode() {}
}
