package org.wordvec.cli.text;

import java.util.Optional;
import org.wordvec.corpora.phrases.PhraseConfig;
import picocli.CommandLine.Option;

/** Options for joining words to phrases before training. */
public final class TrainingPhraseOptions extends PhraseOptions {
  @Option(
      names = "--phrases",
      description =
          "Before training, join words that often occur together, such as new_york (default: leave"
              + " words unchanged).")
  boolean phrases;

  /**
   * Returns the configuration of phrases, if they are enabled.
   *
   * @param ownVocabulary whether the words of the corpus are counted
   */
  public Optional<PhraseConfig> config(boolean ownVocabulary) {
    if (!phrases && isAnySet()) {
      throw new IllegalArgumentException("options for phrases need --phrases");
    }
    if (phrases && !ownVocabulary) {
      throw new IllegalArgumentException(
          "--phrases counts the corpus and cannot be used with --vocabulary");
    }
    return phrases ? Optional.of(config()) : Optional.empty();
  }
}
