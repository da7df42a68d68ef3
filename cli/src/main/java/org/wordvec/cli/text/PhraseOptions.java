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
          "How pairs are rated: as word2phrase does, or by normalised mutual information"
              + " (default: discounted).")
  @Nullable PhraseScore score;

  @Option(
      names = "--phrase-threshold",
      paramLabel = "X[,X...]",
      hideParamSyntax = true,
      split = ",",
      description =
          "Join pairs that score more; one for each pass, the last for all further ones"
              + " (default: 100, for npmi 0.5).")
  @Nullable List<Double> thresholds;

  @Option(
      names = "--phrase-passes",
      paramLabel = "N",
      description =
          "Passes over the text; each may join what the one before has joined"
              + " (default: 1, or as many as thresholds).")
  @Nullable Integer passes;

  @Option(
      names = "--phrase-min-count",
      paramLabel = "N",
      description =
          "Leave words and pairs alone that occur less often; a pair that occurs just as often"
              + " scores 0 by discounted, and is left alone too (default: 5 times).")
  @Nullable Long minimumCount;

  @Option(
      names = "--connectors",
      paramLabel = "WORD[,WORD...]",
      description =
          "Words that a phrase may hold in its middle, as bank_of_england; english stands for a"
              + " list of them (default: none).")
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
