package org.wordvec.spark.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.cluster.ClusterText;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.TextEncoding;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.tokenizing.CharacterNormalization;
import org.wordvec.corpora.tokenizing.Segmentation;
import org.wordvec.corpora.tokenizing.TextPlugins;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.tokenizing.WordNormalization;
import org.wordvec.spark.session.HadoopSettings;
import org.wordvec.spark.wire.PortableRecord;

/**
 * Carries to executors how a text is read and tokenized: plug-ins by name, everything else by
 * value, stop words included.
 */
public final class PortableText implements Serializable {
  private static final long serialVersionUID = 1;

  /** Class loaders of plug-ins in the driver's process, for executors in the same process. */
  private static final AtomicReference<List<ClassLoader>> DRIVER_PLUGINS =
      new AtomicReference<>(List.of());

  private static final String UTF_8 = "";
  private static final String DETECTED = "auto";

  private final Map<String, String> hadoop;
  private final @Nullable String parquetColumn;
  private final PortableRecord<SourceFormat> format;
  private final String encoding;
  private final boolean asciiWhitespace;
  private final @Nullable String tokenizer;
  private final Locale locale;
  private final PortableRecord<CharacterNormalization> characters;
  private final boolean simplified;
  private final PortableRecord<WordNormalization> words;
  private final EncodingErrors errors;
  private final int maximumSentenceLength;

  /** Takes apart a text, which is read with these settings of Hadoop. */
  public PortableText(ClusterText text, Map<String, String> hadoop) {
    DRIVER_PLUGINS.set(text.plugins());
    this.hadoop = hadoop;
    parquetColumn = text.parquetColumn().orElse(null);
    format = PortableRecord.of(text.reading().format());
    encoding =
        switch (text.reading().encoding()) {
          case TextEncoding.Utf8Bytes _ -> UTF_8;
          case TextEncoding.Named named -> named.charset().name();
          case TextEncoding.Detected _ -> DETECTED;
        };
    Tokenization tokenization = text.tokenization();
    Segmentation segmentation = tokenization.segmentation();
    asciiWhitespace = segmentation instanceof Segmentation.Whitespace space && space.asciiOnly();
    tokenizer = segmentation instanceof Segmentation.Named named ? named.name() : null;
    locale = segmentation instanceof Segmentation.Named named ? named.locale() : Locale.ROOT;
    characters = PortableRecord.of(with(tokenization.characters(), false));
    simplified = tokenization.characters().simplification().isPresent();
    words = PortableRecord.of(tokenization.words());
    errors = tokenization.encodingErrors();
    maximumSentenceLength = tokenization.maximumSentenceLength();
  }

  /** Returns parts of files as a corpus, to be read in this process. */
  public Corpus corpus(List<TextSplit> splits) {
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
    return new Corpus.Reading(
        format.value(),
        switch (encoding) {
          case UTF_8 -> TextEncoding.UTF_8;
          case DETECTED -> new TextEncoding.Detected(plugins().encodingDetector());
          default -> new TextEncoding.Named(Charset.forName(encoding));
        });
  }

  /**
   * Returns how text becomes words, with plug-ins of this process.
   *
   * @throws IllegalArgumentException if a plug-in is missing here
   */
  public Tokenization tokenization() {
    Segmentation segmentation =
        tokenizer == null
            ? new Segmentation.Whitespace(asciiWhitespace)
            : plugins().tokenizer(tokenizer, locale);
    return new Tokenization(
        segmentation,
        with(characters.value(), simplified),
        words.value(),
        errors,
        maximumSentenceLength);
  }

  private static CharacterNormalization with(CharacterNormalization form, boolean simplification) {
    return new CharacterNormalization(
        form.nfkc(),
        form.halfWidth(),
        simplification ? Optional.of(plugins().simplification()) : Optional.empty());
  }

  private static TextPlugins plugins() {
    List<ClassLoader> loaders = new ArrayList<>(DRIVER_PLUGINS.get());
    loaders.add(Thread.currentThread().getContextClassLoader());
    return new TextPlugins(loaders);
  }
}
