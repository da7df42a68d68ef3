package org.wordvec.cli.senses;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option for a context of a word. */
final class ContextOption {
  @Option(
      names = "--context",
      paramLabel = "TEXT",
      description =
          "Print the probability of each sense in this text, in which the word should occur; needs"
              + " a model of 'train senses' (default: none).")
  @Nullable String context;
}
