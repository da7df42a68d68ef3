package org.wordvec.cli.train;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.OutputVectors;
import org.wordvec.glove.entries.Weighting;
import picocli.CommandLine.Option;

/** Hyper-parameters of GloVe. */
final class GloVeOptions extends ExecutionOptions {
  @Option(
      names = "--cooccurrences",
      paramLabel = "FILE",
      description =
          "Train on the co-occurrence counts in this file, written by wordvec cooccur or GloVe;"
              + " needs --vocabulary and no corpus (default: count a corpus).")
  @Nullable Path cooccurrences;

  @Option(
      names = "--dim",
      paramLabel = "N",
      defaultValue = "" + GloVeConfig.DEFAULT_DIMENSIONS,
      description = "Number of dimensions (default: ${DEFAULT-VALUE}).")
  int dimensions;

  @Option(
      names = "--x-max",
      paramLabel = "X",
      defaultValue = "" + Weighting.DEFAULT_X_MAX,
      description = "Give all counts from X upwards the same weight (default: ${DEFAULT-VALUE}).")
  double xMax;

  @Option(
      names = "--alpha",
      paramLabel = "X",
      defaultValue = "" + Weighting.DEFAULT_ALPHA,
      description =
          "Give smaller counts the weight (count/x-max)^alpha (default: ${DEFAULT-VALUE}).")
  double alpha;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "" + GloVeConfig.DEFAULT_EPOCHS,
      description = "Number of passes over the counts (default: ${DEFAULT-VALUE}).")
  int epochs;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      defaultValue = "" + GloVeConfig.DEFAULT_LEARNING_RATE,
      description =
          "Initial learning rate of vectors and biases; AdaGrad lowers it for each parameter"
              + " (default: ${DEFAULT-VALUE}).")
  double learningRate;

  @Option(
      names = "--gradient-clip",
      paramLabel = "X",
      defaultValue = "" + GloVeConfig.DEFAULT_GRADIENT_CLIP,
      description =
          "Clip the gradient of each parameter to this value (default: ${DEFAULT-VALUE}).")
  double gradientClip;

  @Option(
      names = "--output-vectors",
      paramLabel = "word+context|word|word,context",
      defaultValue = "word+context",
      description =
          "Write the sum of the word and context vectors, the word vector only, or both"
              + " concatenated (default: ${DEFAULT-VALUE}).")
  OutputVectors outputVectors = OutputVectors.SUM;

  GloVeConfig config() {
    return new GloVeConfig(
        dimensions,
        new Weighting(xMax, alpha),
        gradientClip,
        outputVectors,
        GloVeConfig.schedule(epochs, learningRate),
        execution());
  }
}
