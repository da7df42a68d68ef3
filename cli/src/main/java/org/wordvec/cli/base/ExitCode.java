package org.wordvec.cli.base;

import java.util.Map;
import java.util.TreeMap;

/** What the process answers with. */
public final class ExitCode {
  public static final int OK = 0;

  public static final int FAILURE = 1;

  public static final int USAGE = 2;

  /** As if killed by SIGINT. */
  public static final int INTERRUPTED = 130;

  /** As if killed by SIGHUP. */
  static final int HUNG_UP = 129;

  /** As if killed by SIGTERM. */
  static final int TERMINATED = 143;

  /** As if killed by SIGPIPE: the reader of standard output went away, which is no one's error. */
  public static final int BROKEN_PIPE = 141;

  /** What each means, for the manual. */
  public static final Map<Integer, String> MEANINGS =
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
