package org.wordvec.library.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wordvec.corpora.phrases.PhraseConfig;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.TextEncoding;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.tokenizing.CharacterNormalization;
import org.wordvec.corpora.tokenizing.Segmentation;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.tokenizing.WordNormalization;
import org.wordvec.library.Spelling;

/** Adds the settings for reading text to a report, by the names of their options. */
public final class TextConfiguration {
  private TextConfiguration() {}

  /** Adds the settings to a document. */
  public static void put(CorpusReading reading, Map<String, Object> document) {
    putFormat(reading.source().format(), document);
    document.put("encoding", encoding(reading.source().encoding()));
    Tokenization tokenization = reading.tokenization();
    document.put("encoding_errors", Spelling.of(tokenization.encodingErrors()));
    putSegmentation(tokenization.segmentation(), document);
    CharacterNormalization characters = tokenization.characters();
    document.put("nfkc", characters.nfkc());
    document.put("half_width", characters.halfWidth());
    document.put("simplified", characters.simplification().isPresent());
    putWords(tokenization.words(), document);
    document.put("phrases", reading.phrases().isPresent());
    reading.phrases().ifPresent(phrases -> putPhrases(phrases, document));
  }

  private static void putFormat(SourceFormat format, Map<String, Object> document) {
    switch (format) {
      case SourceFormat.Plain plain -> document.put("format", "text");
      case SourceFormat.Wikipedia wikipedia -> document.put("format", "wikipedia");
      case SourceFormat.Csv csv -> {
        document.put("format", "csv");
        document.put("csv_column", csv.column());
        CsvDialect dialect = csv.dialect();
        dialect.delimiter().ifPresent(sign -> document.put("csv_delimiter", sign.toString()));
        if (!dialect.quote().equals(CsvDialect.RFC_4180.quote())) {
          document.put("csv_quote", dialect.quote().map(String::valueOf).orElse("none"));
        }
        dialect.escape().ifPresent(sign -> document.put("csv_escape", sign.toString()));
        if (dialect.header() != CsvDialect.Header.AUTO) {
          document.put("csv_header", dialect.header() == CsvDialect.Header.YES ? "yes" : "no");
        }
      }
      case SourceFormat.JsonLines json -> {
        document.put("format", "json");
        document.put("json_field", json.field());
      }
    }
  }

  private static String encoding(TextEncoding encoding) {
    return switch (encoding) {
      case TextEncoding.Utf8Bytes utf8 -> "utf-8";
      case TextEncoding.Named named -> named.charset().name().toLowerCase(Locale.ROOT);
      case TextEncoding.Detected detected -> "auto";
    };
  }

  private static void putSegmentation(Segmentation segmentation, Map<String, Object> document) {
    document.put("tokenizer", segmentation.name());
    switch (segmentation) {
      case Segmentation.Whitespace whitespace ->
          document.put("ascii_whitespace", whitespace.asciiOnly());
      case Segmentation.Named named -> document.put("locale", named.locale().toLanguageTag());
    }
  }

  private static void putWords(WordNormalization words, Map<String, Object> document) {
    document.put("lowercase", words.lowercase().isPresent());
    words.lowercase().ifPresent(locale -> document.put("locale", locale.toLanguageTag()));
    document.put("strip_accents", words.withoutAccents());
    document.put("digits", Spelling.of(words.digits()));
    document.put("punctuation", Spelling.of(words.punctuation()));
    document.put("stop_words", words.stopWords().size());
    document.put("min_length", words.lengths().minimum());
    document.put("max_length", words.lengths().maximum());
  }

  private static void putPhrases(PhraseConfig phrases, Map<String, Object> document) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("score", Spelling.of(phrases.score()));
    settings.put("thresholds", phrases.thresholds());
    settings.put("min_count", phrases.minimumCount());
    settings.put("connectors", phrases.connectors().stream().sorted().toList());
    document.put("phrase_settings", settings);
  }
}
