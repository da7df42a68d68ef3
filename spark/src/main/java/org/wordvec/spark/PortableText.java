package org.wordvec.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.cluster.ClusterText;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.TextEncoding;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.tokenizing.CharacterNormalization;
import org.wordvec.corpora.tokenizing.Digits;
import org.wordvec.corpora.tokenizing.Punctuation;
import org.wordvec.corpora.tokenizing.Segmentation;
import org.wordvec.corpora.tokenizing.TextPlugins;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.tokenizing.WordNormalization;

/**
 * How a text is read and cut into words, on its way to executors: plug-ins by name, everything else
 * by value, stop words too.
 */
final class PortableText implements Serializable {
  private static final long serialVersionUID = 1;

  /** Where the driver's own process finds plug-ins; executors in it find them there as well. */
  private static final Map<String, List<ClassLoader>> DRIVER = new ConcurrentHashMap<>();

  private final Map<String, String> hadoop;
  private final @Nullable String parquetColumn;
  private final String format;
  private final @Nullable String field;
  private final @Nullable Character delimiter;
  private final @Nullable Character quote;
  private final @Nullable Character escape;
  private final CsvDialect.Header header;
  private final String encoding;
  private final boolean asciiWhitespace;
  private final @Nullable String tokenizer;
  private final Locale locale;
  private final boolean nfkc;
  private final boolean halfWidth;
  private final boolean simplified;
  private final @Nullable Locale lowercase;
  private final boolean withoutAccents;
  private final Digits digits;
  private final Punctuation punctuation;
  private final int minimumLength;
  private final int maximumLength;
  private final Set<String> stopWords;
  private final EncodingErrors errors;
  private final int maximumSentenceLength;

  PortableText(ClusterText text, Map<String, String> hadoop) {
    DRIVER.put("", text.plugins());
    this.hadoop = hadoop;
    parquetColumn = text.parquetColumn().orElse(null);
    SourceFormat source = text.reading().format();
    format = source.getClass().getSimpleName();
    field =
        switch (source) {
          case SourceFormat.Csv csv -> csv.column();
          case SourceFormat.JsonLines json -> json.field();
          case SourceFormat.Plain _, SourceFormat.Wikipedia _ -> null;
        };
    CsvDialect dialect =
        source instanceof SourceFormat.Csv csv ? csv.dialect() : CsvDialect.RFC_4180;
    delimiter = dialect.delimiter().orElse(null);
    quote = dialect.quote().orElse(null);
    escape = dialect.escape().orElse(null);
    header = dialect.header();
    encoding =
        switch (text.reading().encoding()) {
          case TextEncoding.Utf8Bytes _ -> "";
          case TextEncoding.Named named -> named.charset().name();
          case TextEncoding.Detected _ -> "auto";
        };
    Tokenization tokenization = text.tokenization();
    Segmentation segmentation = tokenization.segmentation();
    asciiWhitespace = segmentation instanceof Segmentation.Whitespace space && space.asciiOnly();
    tokenizer = segmentation instanceof Segmentation.Named named ? named.name() : null;
    locale = segmentation instanceof Segmentation.Named named ? named.locale() : Locale.ROOT;
    nfkc = tokenization.characters().nfkc();
    halfWidth = tokenization.characters().halfWidth();
    simplified = tokenization.characters().simplification().isPresent();
    WordNormalization words = tokenization.words();
    lowercase = words.lowercase().orElse(null);
    withoutAccents = words.withoutAccents();
    digits = words.digits();
    punctuation = words.punctuation();
    minimumLength = words.lengths().minimum();
    maximumLength = words.lengths().maximum();
    stopWords = new TreeSet<>(words.stopWords());
    errors = tokenization.encodingErrors();
    maximumSentenceLength = tokenization.maximumSentenceLength();
  }

  /** The parts of files as a corpus; opened where this is called. */
  Corpus corpus(List<TextSplit> splits) {
    List<Corpus.Source> sources = new ArrayList<>();
    for (TextSplit split : splits) {
      long[] first = {0};
      sources.add(
          new Corpus.Source(split.path(), () -> first[0], split.bytes(), () -> open(split, first)));
    }
    return Corpus.of(sources, reading());
  }

  /** Opens a split and notes where its first line begins. */
  private InputStream open(TextSplit split, long[] first) throws IOException {
    if (parquetColumn != null) {
      return ParquetLines.open(split, parquetColumn, HadoopSettings.of(hadoop));
    }
    Path path = new Path(split.path());
    FSDataInputStream stream = path.getFileSystem(HadoopSettings.of(hadoop)).open(path);
    if (split.end() == TextSplit.WHOLE) {
      return stream;
    }
    stream.seek(Math.max(0, split.start() - 1));
    LineRange lines = new LineRange(stream, split.start(), split.end());
    first[0] = lines.firstLine();
    return lines;
  }

  private Corpus.Reading reading() {
    SourceFormat source =
        switch (format) {
          case "Csv" ->
              new SourceFormat.Csv(
                  String.valueOf(field),
                  new CsvDialect(
                      Optional.ofNullable(delimiter),
                      Optional.ofNullable(quote),
                      Optional.ofNullable(escape),
                      header));
          case "JsonLines" -> new SourceFormat.JsonLines(String.valueOf(field));
          case "Wikipedia" -> new SourceFormat.Wikipedia();
          default -> SourceFormat.PLAIN;
        };
    TextEncoding characters =
        switch (encoding) {
          case "" -> TextEncoding.UTF_8;
          case "auto" -> new TextEncoding.Detected(plugins().encodingDetector());
          default -> new TextEncoding.Named(Charset.forName(encoding));
        };
    return new Corpus.Reading(source, characters);
  }

  /** How text becomes words; plug-ins are looked for where this is called. */
  Tokenization tokenization() {
    Segmentation segmentation =
        tokenizer == null
            ? new Segmentation.Whitespace(asciiWhitespace)
            : plugins().tokenizer(tokenizer, locale);
    CharacterNormalization characters =
        new CharacterNormalization(
            nfkc,
            halfWidth,
            simplified ? Optional.of(plugins().simplification()) : Optional.empty());
    WordNormalization words =
        new WordNormalization(
            Optional.ofNullable(lowercase),
            withoutAccents,
            digits,
            punctuation,
            new WordNormalization.Lengths(minimumLength, maximumLength),
            stopWords);
    return new Tokenization(segmentation, characters, words, errors, maximumSentenceLength);
  }

  private static TextPlugins plugins() {
    List<ClassLoader> loaders = new ArrayList<>(DRIVER.getOrDefault("", List.of()));
    loaders.add(Thread.currentThread().getContextClassLoader());
    return new TextPlugins(loaders);
  }
}
