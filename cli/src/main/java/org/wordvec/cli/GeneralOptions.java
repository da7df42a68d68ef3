package org.wordvec.cli;

import picocli.CommandLine.Option;

/** What every command takes. */
final class GeneralOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  boolean version;

  @Option(
      names = "--stacktrace",
      description = "Show where in the program an error arose (default: one line).")
  boolean stacktrace;
}
