package org.wordvec.cli;

import picocli.CommandLine.Option;

/** What every question to a model takes. */
final class QueryOptions {
  @Option(
      names = "--format",
      paramLabel = "table|tsv|csv|json",
      converter = FormatChoices.class,
      completionCandidates = FormatChoices.class,
      defaultValue = "table",
      description =
          "How the answer looks; all but table carry every digit (default: ${DEFAULT-VALUE}).")
  OutputFormat format = OutputFormat.TABLE;
}
