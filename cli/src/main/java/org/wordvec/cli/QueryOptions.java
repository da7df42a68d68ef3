package org.wordvec.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every question to a model takes. */
final class QueryOptions {
  @Option(
      names = "--format",
      paramLabel = "table|tsv|csv|json|jsonl",
      converter = FormatChoices.class,
      completionCandidates = FormatChoices.class,
      description =
          "How the answer looks; all but table carry every digit; jsonl has an object a line"
              + " (default: table; tsv for answers to --input).")
  private @Nullable OutputFormat format;

  /** For an answer that is complete before it is printed. */
  OutputFormat whole() {
    return format == null ? OutputFormat.TABLE : format;
  }

  /** For answers that are printed while further ones are sought. */
  OutputFormat streamed() {
    if (format == null) {
      return OutputFormat.TSV;
    }
    if (!format.streams()) {
      throw new IllegalArgumentException("with --input, --format must be tsv, csv or jsonl");
    }
    return format;
  }
}
