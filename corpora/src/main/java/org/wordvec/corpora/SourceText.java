package org.wordvec.corpora;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.wordvec.corpora.reading.Decompression;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.Transcoding;

/** From the bytes of a source to lines of UTF-8. */
final class SourceText {
  private static final int PEEK = 1 << 10;

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
      case SourceFormat.Wikipedia wikipedia -> pages(text, errors, name);
    };
  }

  private static InputStream pages(InputStream text, EncodingErrors errors, String name)
      throws IOException {
    BufferedInputStream stream = new BufferedInputStream(text, PEEK);
    stream.mark(PEEK);
    String beginning = new String(stream.readNBytes(PEEK), StandardCharsets.ISO_8859_1);
    stream.reset();
    return beginning.contains("<mediawiki") ? DumpPages.open(stream, errors, name) : stream;
  }
}
