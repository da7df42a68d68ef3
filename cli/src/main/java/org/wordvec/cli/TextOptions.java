package org.wordvec.cli;

import org.wordvec.corpora.EncodingErrors;
import org.wordvec.corpora.Tokenization;
import picocli.CommandLine.Option;

/** How text is read; the same for every use of it. */
class TextOptions {
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
  final Tokenization wholeLines() {
    return new Tokenization(lowercase, encodingErrors, Integer.MAX_VALUE);
  }
}
