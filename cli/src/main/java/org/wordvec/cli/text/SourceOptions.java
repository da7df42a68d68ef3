package org.wordvec.cli.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.reading.EncodingNames;
import org.wordvec.corpora.reading.TextEncoding;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.tokenizing.TextPlugins;
import org.wordvec.library.Extensions;
import picocli.CommandLine.Option;

/** What the files of a corpus hold. */
public final class SourceOptions extends CsvOptions {
  @Option(
      names = "--csv-column",
      paramLabel = "COLUMN",
      description =
          "Read CSV or TSV and take the text from this column: its name in the header row, or its"
              + " number from 1 if the first row is data; =2 is the column named 2 (default: plain"
              + " text).")
  @Nullable String csvColumn;

  @Option(
      names = "--json-field",
      paramLabel = "FIELD",
      description =
          "Read JSON, one object per line, and take the text from this field; a.b is field b of"
              + " object a, or of each object if a is an array (default: plain text).")
  @Nullable String jsonField;

  @Option(
      names = "--wikipedia",
      description =
          "Read the articles of a pages-articles XML dump, or WikiExtractor's output without its"
              + " <doc> lines (default: plain text).")
  boolean wikipedia;

  @Option(
      names = "--encoding",
      paramLabel = "NAME|auto",
      completionCandidates = UsualEncodings.class,
      defaultValue = "utf-8",
      description =
          "Character encoding: utf-8, gb18030, big5, utf-16, shift_jis or any other that Java"
              + " supports; auto detects it for each file (default: ${DEFAULT-VALUE}).")
  String encoding = "utf-8";

  @Option(
      names = "--encoding-errors",
      paramLabel = "strict|replace|skip",
      defaultValue = "strict",
      description =
          "How to handle bytes that are malformed in the encoding: fail, replace them with U+FFFD,"
              + " or skip the token (default: ${DEFAULT-VALUE}).")
  EncodingErrors errors = EncodingErrors.STRICT;

  /** Returns the corpus that arguments name. */
  public Corpus corpus(List<String> arguments, InputStream standardInput) throws IOException {
    return Corpus.of(arguments, standardInput, reading());
  }

  /** How its files are read. */
  public Corpus.Reading reading() throws IOException {
    return new Corpus.Reading(format(), textEncoding());
  }

  /**
   * How lists are read beside the corpus: as UTF-8 where that is valid, as wordvec's own lists are,
   * else as the corpus is.
   */
  TextEncoding encodingOfLists() throws IOException {
    TextEncoding corpus = textEncoding();
    return corpus instanceof TextEncoding.Named named
        ? new TextEncoding.Detected(beginning -> Optional.of(named.charset()))
        : corpus;
  }

  private SourceFormat format() {
    String field = jsonField;
    String column = csvColumn;
    long asked = Stream.of(column != null, field != null, wikipedia).filter(yes -> yes).count();
    if (asked > 1) {
      throw new IllegalArgumentException(
          "--csv-column, --json-field and --wikipedia exclude each other");
    }
    requireTable(column != null, "--csv-column");
    if (column != null) {
      return new SourceFormat.Csv(column, dialect());
    }
    if (field != null) {
      return new SourceFormat.JsonLines(field);
    }
    return wikipedia ? new SourceFormat.Wikipedia() : SourceFormat.PLAIN;
  }

  private TextEncoding textEncoding() throws IOException {
    if (encoding.equalsIgnoreCase("auto")) {
      return new TextEncoding.Detected(
          new TextPlugins(Extensions.installed().loaders()).encodingDetector());
    }
    Charset charset =
        EncodingNames.find(encoding)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--encoding: '"
                            + encoding
                            + "' is no encoding that is known; try auto, utf-8, gb18030 or big5,"
                            + " or convert the text by iconv"));
    return charset.equals(StandardCharsets.UTF_8)
        ? TextEncoding.UTF_8
        : new TextEncoding.Named(charset);
  }
}
