package org.wordvec.cli.train;

import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Objective.HierarchicalSoftmax;
import org.wordvec.word2vec.Objective.NegativeSampling;
import org.wordvec.word2vec.Word2VecConfig;
import picocli.CommandLine.Option;

/** What is trained. */
final class ModelOptions {
  @Option(
      names = "--architecture",
      paramLabel = "skipgram|cbow",
      defaultValue = "skipgram",
      description =
          "Predict the word in the middle from each word around it, or from their mean"
              + " (default: ${DEFAULT-VALUE}).")
  Architecture architecture = Architecture.SKIP_GRAM;

  @Option(
      names = "--objective",
      paramLabel = "NAME",
      defaultValue = "negative-sampling",
      description =
          "What stands in for the softmax over all words: negative-sampling or hierarchical-softmax"
              + " (default: ${DEFAULT-VALUE}).")
  ObjectiveKind objective = ObjectiveKind.NEGATIVE_SAMPLING;

  @Option(
      names = "--dim",
      paramLabel = "N",
      defaultValue = "" + Word2VecConfig.DEFAULT_DIMENSIONS,
      description = "Length of a vector (default: ${DEFAULT-VALUE} numbers).")
  int dimensions;

  @Option(
      names = "--window",
      paramLabel = "WORDS",
      defaultValue = "" + Word2VecConfig.DEFAULT_WINDOW,
      description =
          "Look at most this far to either side; each position draws its own distance up to it"
              + " (default: ${DEFAULT-VALUE} words).")
  int window;

  @Option(
      names = "--negatives",
      paramLabel = "N",
      description =
          "Noise words for each true one, with negative sampling (default: "
              + NegativeSampling.DEFAULT_NEGATIVES
              + " words).")
  @Nullable Integer negatives;

  @Option(
      names = "--noise-exponent",
      paramLabel = "X",
      description =
          "Draw noise words by count to this power: 0 all alike, 1 by frequency (default: "
              + NegativeSampling.DEFAULT_NOISE_EXPONENT
              + "; for fasttext "
              + FastTextConfig.DEFAULT_NOISE_EXPONENT
              + ").")
  @Nullable Double noiseExponent;

  @Option(
      names = "--sample",
      paramLabel = "FRACTION",
      defaultValue = "1e-4",
      description =
          "Leave out occurrences of words more frequent than this at random; 0 keeps all"
              + " (default: ${DEFAULT-VALUE} of the corpus; 0 where that leaves a small text no"
              + " words).")
  double sample;

  Word2VecConfig prediction(double defaultNoiseExponent, Schedule schedule, Execution execution) {
    return Word2VecConfig.of(architecture)
        .withObjective(objective(defaultNoiseExponent))
        .withDimensions(dimensions)
        .withWindow(window)
        .withSample(sample)
        .withSchedule(schedule)
        .withExecution(execution);
  }

  private Objective objective(double defaultNoiseExponent) {
    return switch (objective) {
      case NEGATIVE_SAMPLING ->
          new NegativeSampling(
              negatives == null ? NegativeSampling.DEFAULT_NEGATIVES : negatives,
              noiseExponent == null ? defaultNoiseExponent : noiseExponent);
      case HIERARCHICAL_SOFTMAX -> {
        if (negatives != null || noiseExponent != null) {
          throw new IllegalArgumentException(
              "--negatives and --noise-exponent belong to --objective negative-sampling");
        }
        yield new HierarchicalSoftmax();
      }
    };
  }
}
