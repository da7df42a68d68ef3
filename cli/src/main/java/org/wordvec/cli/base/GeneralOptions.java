package org.wordvec.cli.base;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command. */
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
          "Read options from a file of KEY = VALUE lines, such as dim = 300; options on the command"
              + " line take precedence (default: none).")
  @Nullable Path defaults;

  @Option(
      names = "--stacktrace",
      description = "Print the stack trace of an error (default: one line).")
  boolean stacktrace;
}
