package org.wordvec.cli.base;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
      names = DefaultsFile.OPTION,
      paramLabel = "FILE",
      description =
          "Take options from a file of KEY = VALUE lines, such as dim = 300; what is given here"
              + " wins (default: none).")
  @Nullable Path defaults;

  @Option(
      names = "--stacktrace",
      description = "Show where in the program an error arose (default: one line).")
  boolean stacktrace;
}
