package org.wordvec.cli;

import org.wordvec.corpora.EncodingErrors;
import org.wordvec.corpora.Tokenization;
import picocli.CommandLine.Option;

/** How text is read. */
final class CorpusOptions {
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

  @Option(
      names = "--max-sentence-length",
      paramLabel = "N",
      defaultValue = "" + Tokenization.DEFAULT_MAXIMUM_SENTENCE_LENGTH,
      description =
          "Cut a longer line into sentences of this many tokens; none is lost"
              + " (default: ${DEFAULT-VALUE} tokens).")
  int maximumSentenceLength;

  Tokenization tokenization() {
    return new Tokenization(lowercase, encodingErrors, maximumSentenceLength);
  }
}
