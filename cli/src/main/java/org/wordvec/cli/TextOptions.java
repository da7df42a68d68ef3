package org.wordvec.cli;

import java.io.IOException;
import java.util.Locale;
import org.wordvec.corpora.EncodingErrors;
import org.wordvec.corpora.Segmentation;
import org.wordvec.corpora.Tokenization;
import org.wordvec.corpora.Tokenizers;
import picocli.CommandLine.Option;

/** How text is read; the same for every use of it. */
class TextOptions {
  @Option(
      names = "--tokenizer",
      paramLabel = "NAME",
      defaultValue = Tokenizers.WHITESPACE,
      description =
          "Cut lines into words by the tokenizer of this name; wordvec and its plug-ins have"
              + " several (default: ${DEFAULT-VALUE}).")
  String tokenizer = Tokenizers.WHITESPACE;

  @Option(names = "--lowercase", description = "Fold words to lower case (default: as written).")
  boolean lowercase;

  @Option(
      names = "--encoding-errors",
      paramLabel = "strict|replace|skip",
      converter = EncodingErrorChoices.class,
      completionCandidates = EncodingErrorChoices.class,
      defaultValue = "strict",
      description =
          "What to do with a token that is not UTF-8: fail, put U+FFFD in place of what is"
              + " malformed, or leave the token out (default: ${DEFAULT-VALUE}).")
  EncodingErrors encodingErrors = EncodingErrors.STRICT;

  /** With lines as long as they are. */
  final Tokenization wholeLines() throws IOException {
    return new Tokenization(segmentation(), lowercase, encodingErrors, Integer.MAX_VALUE);
  }

  /** Looks among extensions and plug-ins only where one is asked for: it takes time. */
  private Segmentation segmentation() throws IOException {
    return tokenizer.equals(Tokenizers.WHITESPACE)
        ? Segmentation.WHITESPACE
        : new Tokenizers(Extensions.installed().loaders()).find(tokenizer, Locale.ROOT);
  }
}
