package org.wordvec.cli;

/** What the process answers with. */
final class ExitCode {
  static final int OK = 0;

  static final int FAILURE = 1;

  static final int USAGE = 2;

  /** As if killed by SIGINT. */
  static final int INTERRUPTED = 130;

  /** As if killed by SIGPIPE: the reader of standard output went away, which is no one's error. */
  static final int BROKEN_PIPE = 141;

  private ExitCode() {}
}
