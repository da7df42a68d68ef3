package org.wordvec.corpora;

import java.util.Optional;

/** What the files of a corpus hold, once they are unpacked and decoded. */
public sealed interface SourceFormat {
  /** Text, a sentence a line. */
  SourceFormat PLAIN = new Plain();

  /** Text, a sentence a line. */
  record Plain() implements SourceFormat {}

  /**
   * Comma- or tab-separated values as RFC 4180 has them; quoted fields may hold line feeds, which
   * end sentences.
   *
   * @param column the name of the column in the first row, or its number from 1, where the first
   *     row is data like the others
   * @param delimiter between fields; a tab in files named .tsv or .tab and else a comma if absent
   */
  record Csv(String column, Optional<Character> delimiter) implements SourceFormat {}

  /**
   * A JSON object a line.
   *
   * @param field the name of the field with the text; {@code a.b} is field b of the object in field
   *     a. Of an array of texts each is a sentence. Lines without the field are passed over.
   */
  record JsonLines(String field) implements SourceFormat {}

  /** Wikipedia: the XML of pages-articles dumps, or what WikiExtractor makes of it. */
  record Wikipedia() implements SourceFormat {}
}
