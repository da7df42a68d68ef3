package org.wordvec.corpora.reading;

import java.util.Optional;

/**
 * The syntax of a delimited text table.
 *
 * @param delimiter separator of cells; if absent, a tab for files named .tsv or .tab, else a comma
 * @param quote character around cells that contain delimiters or line feeds, doubled inside them;
 *     if absent, quotes are ordinary characters
 * @param escape character that makes the next one ordinary; none if absent
 * @param header whether the first row contains column names
 */
public record CsvDialect(
    Optional<Character> delimiter,
    Optional<Character> quote,
    Optional<Character> escape,
    Header header) {
  /** RFC 4180. */
  public static final CsvDialect RFC_4180 =
      new CsvDialect(Optional.empty(), Optional.of('"'), Optional.empty(), Header.AUTO);

  /** Meaning of the first row. */
  public enum Header {
    /** Column names. */
    YES,
    /** Data. */
    NO,
    /** Column names if a column is requested by name, else data. */
    AUTO
  }

  /**
   * Checks the characters.
   *
   * @throws IllegalArgumentException if a character is not ASCII or is a line break, or two are the
   *     same
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

  /** Returns this dialect with another delimiter. */
  public CsvDialect delimitedBy(char other) {
    return new CsvDialect(Optional.of(other), quote, escape, header);
  }

  /** Returns whether a character has no other meaning in this dialect. */
  boolean canHaveDelimiter(char other) {
    return !quote.equals(Optional.of(other)) && !escape.equals(Optional.of(other));
  }

  /** Returns the delimiter for a file of the given name. */
  char delimiterOf(String file) {
    return delimiter.orElse(file.matches("(?i).*\\.(tsv|tab)(\\.\\w+)?") ? '\t' : ',');
  }
}
