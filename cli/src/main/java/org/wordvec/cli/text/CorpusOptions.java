package org.wordvec.cli.text;

import java.io.IOException;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.tokenizing.Tokenization;
import picocli.CommandLine.Option;

/** How text is read where sentences have a greatest length. */
public final class CorpusOptions extends TextOptions {
  @Option(
      names = "--max-sentence-length",
      paramLabel = "N",
      defaultValue = "" + Tokenization.DEFAULT_MAXIMUM_SENTENCE_LENGTH,
      description =
          "Split longer lines into sentences of at most N tokens; no token is lost (default:"
              + " ${DEFAULT-VALUE} tokens).")
  int maximumSentenceLength;

  public Tokenization tokenization(SourceOptions source, Terminal terminal) throws IOException {
    return wholeLines(source, terminal).withMaximumSentenceLength(maximumSentenceLength);
  }
}
