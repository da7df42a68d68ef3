package org.wordvec.cli.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.phrases.PhraseConfig;
import org.wordvec.corpora.phrases.PhraseScore;
import picocli.CommandLine.Option;

/** Which words become phrases. */
class PhraseOptions {
  @Option(
      names = "--phrase-score",
      paramLabel = "discounted|npmi",
      description =
          "Scoring of word pairs: discounted as in word2phrase, or normalised pointwise mutual"
              + " information (default: discounted).")
  @Nullable PhraseScore score;

  @Option(
      names = "--phrase-threshold",
      paramLabel = "X[,X...]",
      hideParamSyntax = true,
      split = ",",
      description =
          "Join pairs that score above this; one threshold per pass, and the last one for all"
              + " further passes (default: 100; for npmi 0.5).")
  @Nullable List<Double> thresholds;

  @Option(
      names = "--phrase-passes",
      paramLabel = "N",
      description =
          "Number of passes over the text; each pass can extend the phrases of the previous one"
              + " (default: 1, or the number of thresholds).")
  @Nullable Integer passes;

  @Option(
      names = "--phrase-min-count",
      paramLabel = "N",
      description =
          "Do not join words or pairs that occur less often; with discounted, a pair must occur"
              + " more often, since its score is 0 at exactly this count (default: 5 times).")
  @Nullable Long minimumCount;

  @Option(
      names = "--connectors",
      paramLabel = "WORD[,WORD...]",
      description =
          "Words that are allowed inside a phrase, such as of in bank_of_england; 'english' stands"
              + " for a built-in list (default: none).")
  @Nullable String connectors;

  final boolean isAnySet() {
    return score != null
        || thresholds != null
        || passes != null
        || minimumCount != null
        || connectors != null;
  }

  final PhraseConfig config() {
    PhraseScore rating = score == null ? PhraseScore.DISCOUNTED : score;
    return new PhraseConfig(
        minimumCount == null ? PhraseConfig.DEFAULT_MINIMUM_COUNT : minimumCount,
        rating,
        allThresholds(rating),
        ConnectorWords.parse(connectors == null ? "" : connectors));
  }

  private List<Double> allThresholds(PhraseScore rating) {
    double usual =
        rating == PhraseScore.NPMI
            ? PhraseConfig.DEFAULT_NPMI_THRESHOLD
            : PhraseConfig.DEFAULT_THRESHOLD;
    List<Double> all = new ArrayList<>(thresholds == null ? List.of(usual) : thresholds);
    int count = passes == null ? all.size() : passes;
    if (count < all.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d thresholds need as many --phrase-passes, not %d",
              all.size(),
              count));
    }
    all.addAll(Collections.nCopies(Math.min(count, 100) - all.size(), all.getLast()));
    return all;
  }
}
