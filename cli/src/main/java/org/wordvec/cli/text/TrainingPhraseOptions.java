package org.wordvec.cli.text;

import java.util.Optional;
import org.wordvec.corpora.phrases.PhraseConfig;
import picocli.CommandLine.Option;

/** Whether and which words become phrases. */
public final class TrainingPhraseOptions extends PhraseOptions {
  @Option(
      names = "--phrases",
      description =
          "Before training, join words that often occur together, such as new_york (default: leave"
              + " words unchanged).")
  boolean phrases;

  /**
   * What to join, if anything.
   *
   * @param ownVocabulary whether the corpus's own words are counted
   */
  public Optional<PhraseConfig> wanted(boolean ownVocabulary) {
    if (!phrases && isAnySet()) {
      throw new IllegalArgumentException("options of phrases need --phrases");
    }
    if (phrases && !ownVocabulary) {
      throw new IllegalArgumentException(
          "--phrases counts the corpus, so it does not go with --vocabulary");
    }
    return phrases ? Optional.of(config()) : Optional.empty();
  }
}
