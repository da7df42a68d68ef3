package org.wordvec.corpora.reading;

import java.util.Optional;

/**
 * How a table of text is written.
 *
 * @param delimiter between cells; a tab in files named .tsv or .tab and else a comma if absent
 * @param quote around cells that hold delimiters or line feeds, doubled inside them; nothing if
 *     absent, where quotes are text like any other
 * @param escape before a character that is text; none if absent
 * @param header whether the first row names the columns
 */
public record CsvDialect(
    Optional<Character> delimiter,
    Optional<Character> quote,
    Optional<Character> escape,
    Header header) {
  /** RFC 4180. */
  public static final CsvDialect RFC_4180 =
      new CsvDialect(Optional.empty(), Optional.of('"'), Optional.empty(), Header.AUTO);

  /** What the first row is. */
  public enum Header {
    /** The names of the columns. */
    YES,
    /** Data. */
    NO,
    /** The names of the columns where a column is asked for by its name, else data. */
    AUTO
  }

  /**
   * Checks the characters.
   *
   * @throws IllegalArgumentException if one is not ASCII, a line break, or two are the same
   */
  public CsvDialect {
    check("delimiter", delimiter);
    check("quote", quote);
    check("escape character", escape);
    boolean same =
        (delimiter.isPresent() && (delimiter.equals(quote) || delimiter.equals(escape)))
            || (quote.isPresent() && quote.equals(escape));
    if (same) {
      throw new IllegalArgumentException(
          "delimiter, quote and escape character of CSV must differ from each other");
    }
  }

  private static void check(String what, Optional<Character> character) {
    if (character.filter(c -> c > 0x7e || c == '\r' || c == '\n' || c == 0).isPresent()) {
      throw new IllegalArgumentException(
          "the %s of CSV must be one ASCII character, not '%s'".formatted(what, character.get()));
    }
  }

  /** Returns the same with another delimiter. */
  public CsvDialect delimitedBy(char other) {
    return new CsvDialect(Optional.of(other), quote, escape, header);
  }

  /** Whether a character means nothing else here. */
  boolean canHaveDelimiter(char other) {
    return !quote.equals(Optional.of(other)) && !escape.equals(Optional.of(other));
  }

  /** Returns what stands between the cells of a file. */
  char delimiterOf(String file) {
    return delimiter.orElse(file.matches("(?i).*\\.(tsv|tab)(\\.\\w+)?") ? '\t' : ',');
  }
}
