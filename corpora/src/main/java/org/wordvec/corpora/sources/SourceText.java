package org.wordvec.corpora.sources;

import java.io.IOException;
import java.io.InputStream;
import org.wordvec.corpora.reading.Decompression;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.Transcoding;

/** Converts the bytes of a source to lines of UTF-8. */
public final class SourceText {
  private SourceText() {}

  /**
   * Opens the text of a source as lines of UTF-8.
   *
   * @param name name in messages
   */
  public static InputStream open(
      InputStream raw, Corpus.Reading reading, EncodingErrors errors, String name)
      throws IOException {
    InputStream unpacked = Decompression.open(raw, name);
    if (reading.format() instanceof SourceFormat.Plain) {
      return Transcoding.open(unpacked, reading.encoding(), errors, name);
    }
    // Validated before parsing, as errors still have a position in the file here.
    InputStream text = Transcoding.openValid(unpacked, reading.encoding(), errors, name);
    return switch (reading.format()) {
      case SourceFormat.Plain plain -> text;
      case SourceFormat.JsonLines json -> text;
      case SourceFormat.Csv csv -> CsvText.open(text, csv, name);
      case SourceFormat.Wikipedia wikipedia -> DumpPages.open(text, errors, name);
    };
  }
}
