package org.wordvec.corpora.sources;

import org.wordvec.corpora.reading.CsvDialect;

/** The format of the files of a corpus, after decompression and decoding. */
public sealed interface SourceFormat {
  /** Text, a sentence a line. */
  SourceFormat PLAIN = new Plain();

  /** Text, a sentence a line. */
  record Plain() implements SourceFormat {}

  /**
   * A column of a table; line feeds in quoted cells end sentences.
   *
   * @param column its number from 1, or its name in the first row; a name that is a number or
   *     begins with {@code =} is written after {@code =}
   * @param dialect syntax of the table
   */
  record Csv(String column, CsvDialect dialect) implements SourceFormat {
    /** Creates the format for a column of a table in RFC 4180. */
    public Csv(String column) {
      this(column, CsvDialect.RFC_4180);
    }
  }

  /**
   * One JSON object per line.
   *
   * @param field name of the field with the text; {@code a.b} is field b of the object in field a,
   *     or of each object of an array there, or a field of that exact name. Each text of an array
   *     is a sentence. Lines without the field are skipped.
   */
  record JsonLines(String field) implements SourceFormat {}

  /** Wikipedia: the XML of pages-articles dumps, or WikiExtractor's output. */
  record Wikipedia() implements SourceFormat {}
}
