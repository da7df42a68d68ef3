package org.wordvec.cli.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.LanguageTag;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.tokenizing.CharacterNormalization;
import org.wordvec.corpora.tokenizing.Digits;
import org.wordvec.corpora.tokenizing.Punctuation;
import org.wordvec.corpora.tokenizing.Segmentation;
import org.wordvec.corpora.tokenizing.StopWords;
import org.wordvec.corpora.tokenizing.TextPlugins;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.tokenizing.WordNormalization;
import org.wordvec.library.Extensions;
import picocli.CommandLine.Option;

/** How text becomes words; the same for every use of it. */
public class TextOptions {
  @Option(
      names = "--tokenizer",
      paramLabel = "NAME",
      completionCandidates = TokenizerNames.class,
      defaultValue = TextPlugins.WHITESPACE,
      description =
          "How to split lines into words: whitespace; words (Unicode word boundaries); chinese"
              + " (dictionary-based); characters (each Chinese character is a word); or a tokenizer"
              + " of a plug-in (default: ${DEFAULT-VALUE}).")
  String tokenizer = TextPlugins.WHITESPACE;

  @Option(
      names = "--locale",
      paramLabel = "TAG",
      description =
          "Language whose rules apply to word boundaries and lower case, such as tr or ja (default:"
              + " language-independent rules).")
  @Nullable String locale;

  @Option(
      names = "--ascii-whitespace",
      description =
          "Split words at ASCII white space only, as word2vec and fastText do (default: at all"
              + " Unicode white space, including U+3000).")
  boolean asciiWhitespace;

  @Option(names = "--lowercase", description = "Convert words to lower case (default: unchanged).")
  boolean lowercase;

  @Option(
      names = "--nfkc",
      description =
          "Normalise text to Unicode's compatibility form NFKC, which replaces ligatures and"
              + " full-width letters (default: unchanged).")
  boolean nfkc;

  @Option(
      names = "--half-width",
      description =
          "Convert full-width ASCII to half-width, without other normalisation (default:"
              + " unchanged).")
  boolean halfWidth;

  @Option(
      names = "--simplified",
      description = "Convert traditional Chinese to simplified (default: unchanged).")
  boolean simplified;

  @Option(
      names = "--strip-accents",
      description = "Remove accents and vowel marks from letters (default: unchanged).")
  boolean stripAccents;

  @Option(
      names = "--digits",
      paramLabel = "keep|zero|drop",
      defaultValue = "keep",
      description =
          "Keep digits, replace each with 0, or drop numbers (default: ${DEFAULT-VALUE}).")
  Digits digits = Digits.KEEP;

  @Option(
      names = "--punctuation",
      paramLabel = "keep|drop",
      description =
          "Keep punctuation, or strip it from the ends of words (default: keep for whitespace, drop"
              + " for the other tokenizers).")
  @Nullable Punctuation punctuation;

  @Option(
      names = "--stop-words",
      paramLabel = "FILE",
      description =
          "Drop the words in this file, one per line; with --lowercase, case is ignored (default:"
              + " none).")
  @Nullable Path stopWords;

  @Option(
      names = "--min-length",
      paramLabel = "N",
      defaultValue = "1",
      description = "Drop words of fewer than N characters (default: ${DEFAULT-VALUE}).")
  int minimumLength = 1;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "Drop words of more than N characters (default: no limit).")
  @Nullable Integer maximumLength;

  /** With lines as long as they are. */
  public final Tokenization wholeLines(SourceOptions source, Terminal terminal) throws IOException {
    Locale language = language();
    Segmentation segmentation = segmentation(language);
    Tokenization open =
        new Tokenization(
            segmentation,
            characters(),
            words(segmentation, language),
            source.errors,
            Integer.MAX_VALUE);
    if (stopWords == null) {
      return open;
    }
    WordNormalization form =
        StopWords.read(terminal.text(stopWords).in(source.encodingOfLists()), open);
    if (form.stopWords().isEmpty()) {
      terminal.err().println("wordvec: warning: --stop-words: there is no word in " + stopWords);
    }
    return open.with(form);
  }

  private Locale language() {
    return locale == null ? Locale.ROOT : LanguageTag.parse(locale);
  }

  /** Looks for plug-ins only where one is asked for: it takes time. */
  private Segmentation segmentation(Locale language) throws IOException {
    if (tokenizer.equals(TextPlugins.WHITESPACE)) {
      return new Segmentation.Whitespace(asciiWhitespace);
    }
    if (asciiWhitespace) {
      throw new IllegalArgumentException("--ascii-whitespace is for --tokenizer whitespace");
    }
    return new TextPlugins(Extensions.installed().loaders()).tokenizer(tokenizer, language);
  }

  private CharacterNormalization characters() throws IOException {
    return new CharacterNormalization(
        nfkc,
        halfWidth,
        simplified
            ? Optional.of(new TextPlugins(Extensions.installed().loaders()).simplification())
            : Optional.empty());
  }

  private WordNormalization words(Segmentation segmentation, Locale language) {
    Punctuation usual =
        switch (segmentation) {
          case Segmentation.Whitespace whitespace -> Punctuation.KEEP;
          case Segmentation.Named named -> named.factory().punctuation();
        };
    return new WordNormalization(
        lowercase ? Optional.of(language) : Optional.empty(),
        stripAccents,
        digits,
        punctuation == null ? usual : punctuation,
        new WordNormalization.Lengths(
            minimumLength, maximumLength == null ? Integer.MAX_VALUE : maximumLength),
        Set.of());
  }
}
