package org.wordvec.cli.text;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.reading.CsvDialect;
import picocli.CommandLine.Option;

/** How tables of text are written, the same for every table that is read. */
public class CsvOptions {
  @Option(
      names = "--csv-delimiter",
      paramLabel = "CHAR",
      description = "Column delimiter; \\t is a tab (default: tab in .tsv files, otherwise comma).")
  @Nullable String csvDelimiter;

  @Option(
      names = "--csv-quote",
      paramLabel = "none|CHAR",
      description =
          "Quote character around cells, doubled inside them; none treats quotes as ordinary text"
              + " (default: \").")
  @Nullable String csvQuote;

  @Option(
      names = "--csv-escape",
      paramLabel = "CHAR",
      description =
          "Escape character before a quote that is part of the text, such as \\ (default: none).")
  @Nullable String csvEscape;

  @Option(
      names = "--csv-header",
      paramLabel = "yes|no|auto",
      description =
          "Whether the first row is a header (default: auto, which means yes if a column is given"
              + " by name).")
  CsvDialect.@Nullable Header csvHeader;

  /**
   * Checks that an option of these is given for a table only.
   *
   * @param table the options that make a table of what is read
   * @throws IllegalArgumentException naming the first that is given without
   */
  protected final void requireTable(boolean given, String table) {
    Stream.of(
            csvDelimiter == null ? "" : "--csv-delimiter",
            csvQuote == null ? "" : "--csv-quote",
            csvEscape == null ? "" : "--csv-escape",
            csvHeader == null ? "" : "--csv-header")
        .filter(option -> !given && !option.isEmpty())
        .findFirst()
        .ifPresent(
            option -> {
              throw new IllegalArgumentException(option + " needs " + table);
            });
  }

  /** How tables are written, commas or tabs between columns by the file's name. */
  protected final CsvDialect dialect() {
    return new CsvDialect(
        character("--csv-delimiter", csvDelimiter),
        csvQuote == null
            ? Optional.of('"')
            : csvQuote.equals("none") ? Optional.empty() : character("--csv-quote", csvQuote),
        character("--csv-escape", csvEscape),
        csvHeader == null ? CsvDialect.Header.AUTO : csvHeader);
  }

  private static Optional<Character> character(String option, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String plain = text.equals("\\t") ? "\t" : text;
    if (plain.length() != 1) {
      throw new IllegalArgumentException(
          option + " must be one ASCII character, not '" + text + "'");
    }
    return Optional.of(plain.charAt(0));
  }
}
