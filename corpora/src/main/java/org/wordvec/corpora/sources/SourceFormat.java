package org.wordvec.corpora.sources;

import org.wordvec.corpora.reading.CsvDialect;

/** What the files of a corpus hold, once they are unpacked and decoded. */
public sealed interface SourceFormat {
  /** Text, a sentence a line. */
  SourceFormat PLAIN = new Plain();

  /** Text, a sentence a line. */
  record Plain() implements SourceFormat {}

  /**
   * A column of a table; quoted cells may hold line feeds, which end sentences.
   *
   * @param column its number from 1, or its name in the first row; a name that is a number, or
   *     begins with {@code =}, stands behind {@code =}
   * @param dialect how the table is written
   */
  record Csv(String column, CsvDialect dialect) implements SourceFormat {
    /** Of a table as RFC 4180 has it. */
    public Csv(String column) {
      this(column, CsvDialect.RFC_4180);
    }
  }

  /**
   * A JSON object a line.
   *
   * @param field the name of the field with the text; {@code a.b} is field b of the object in field
   *     a, or of each object of an array there, or a field of that very name. Of an array of texts
   *     each is a sentence. Lines without the field are passed over.
   */
  record JsonLines(String field) implements SourceFormat {}

  /** Wikipedia: the XML of pages-articles dumps, or what WikiExtractor makes of it. */
  record Wikipedia() implements SourceFormat {}
}
