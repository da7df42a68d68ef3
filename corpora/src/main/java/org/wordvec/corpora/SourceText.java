package org.wordvec.corpora;

import java.io.IOException;
import java.io.InputStream;
import org.wordvec.corpora.reading.Decompression;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.Transcoding;

/** From the bytes of a source to lines of UTF-8. */
final class SourceText {
  private SourceText() {}

  static InputStream open(
      InputStream raw, Corpus.Reading reading, EncodingErrors errors, String name)
      throws IOException {
    InputStream text =
        Transcoding.open(Decompression.open(raw, name), reading.encoding(), errors, name);
    return switch (reading.format()) {
      case SourceFormat.Plain plain -> text;
      case SourceFormat.JsonLines json -> text;
      case SourceFormat.Csv csv -> CsvText.open(text, csv, name);
      case SourceFormat.Wikipedia wikipedia -> DumpPages.open(text, errors, name);
    };
  }
}
