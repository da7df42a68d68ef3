package org.wordvec.cli.base;

import java.util.Map;
import java.util.TreeMap;

/** Exit codes of the process. */
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

  /** As if killed by SIGPIPE: standard output was closed by its reader, which is not an error. */
  public static final int BROKEN_PIPE = 141;

  /** The meaning of each exit code, for the manual. */
  public static final Map<Integer, String> MEANINGS =
      new TreeMap<>(
          Map.of(
              OK, "Success.",
              FAILURE, "Failure; one line on standard error gives the reason.",
              USAGE, "Usage error: the command line is invalid, or a value is out of range.",
              HUNG_UP, "The terminal was closed.",
              INTERRUPTED, "Interrupted, for example by Ctrl-C.",
              TERMINATED, "Terminated, for example by kill.",
              BROKEN_PIPE, "The pipe on standard output was closed, for example by head."));

  private ExitCode() {}
}
