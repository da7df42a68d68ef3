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

/** Hyper-parameters of models that predict words: architecture, objective and sizes. */
final class ModelOptions {
  @Option(
      names = "--architecture",
      paramLabel = "skipgram|cbow",
      defaultValue = "skipgram",
      description =
          "Predict the centre word from each context word, or from the mean of the context words"
              + " (default: ${DEFAULT-VALUE}).")
  Architecture architecture = Architecture.SKIP_GRAM;

  @Option(
      names = "--objective",
      paramLabel = "NAME",
      defaultValue = "negative-sampling",
      description =
          "Approximation of the softmax over all words: negative-sampling or hierarchical-softmax"
              + " (default: ${DEFAULT-VALUE}).")
  ObjectiveKind objective = ObjectiveKind.NEGATIVE_SAMPLING;

  @Option(
      names = "--dim",
      paramLabel = "N",
      defaultValue = "" + Word2VecConfig.DEFAULT_DIMENSIONS,
      description = "Number of dimensions (default: ${DEFAULT-VALUE}).")
  int dimensions;

  @Option(
      names = "--window",
      paramLabel = "WORDS",
      defaultValue = "" + Word2VecConfig.DEFAULT_WINDOW,
      description =
          "Largest window on either side; each position draws its window size from 1 to this"
              + " (default: ${DEFAULT-VALUE} words).")
  int window;

  @Option(
      names = "--negatives",
      paramLabel = "N",
      description =
          "Number of negative samples for each positive one (default: "
              + NegativeSampling.DEFAULT_NEGATIVES
              + " words).")
  @Nullable Integer negatives;

  @Option(
      names = "--noise-exponent",
      paramLabel = "X",
      description =
          "Draw negative samples in proportion to count to the power X: 0 is uniform, 1 is by"
              + " frequency (default: "
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
          "Subsampling threshold: randomly drop occurrences of words that make up more than this"
              + " fraction of the corpus; 0 keeps all (default: ${DEFAULT-VALUE}; 0 if a small text"
              + " would have no words left).")
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
