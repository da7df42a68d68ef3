package org.wordvec.cli.train;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.OutputVectors;
import org.wordvec.glove.entries.Weighting;
import picocli.CommandLine.Option;

/** What GloVe fits to the counts, and for how long. */
final class GloVeOptions extends ExecutionOptions {
  @Option(
      names = "--cooccurrences",
      paramLabel = "FILE",
      description =
          "Train on the counts of this file, which wordvec cooccur or GloVe wrote; needs"
              + " --vocabulary and no corpus (default: count a corpus).")
  @Nullable Path cooccurrences;

  @Option(
      names = "--dim",
      paramLabel = "N",
      defaultValue = "" + GloVeConfig.DEFAULT_DIMENSIONS,
      description = "Length of a vector (default: ${DEFAULT-VALUE} numbers).")
  int dimensions;

  @Option(
      names = "--x-max",
      paramLabel = "X",
      defaultValue = "" + Weighting.DEFAULT_X_MAX,
      description = "Let counts from here on weigh alike (default: ${DEFAULT-VALUE}).")
  double xMax;

  @Option(
      names = "--alpha",
      paramLabel = "X",
      defaultValue = "" + Weighting.DEFAULT_ALPHA,
      description = "Let a smaller count weigh (count/x-max)^alpha (default: ${DEFAULT-VALUE}).")
  double alpha;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "" + GloVeConfig.DEFAULT_EPOCHS,
      description = "Passes over the counts (default: ${DEFAULT-VALUE} passes).")
  int epochs;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      defaultValue = "" + GloVeConfig.DEFAULT_LEARNING_RATE,
      description =
          "Step size at the start, of vectors and biases; AdaGrad lowers it for each parameter"
              + " (default: ${DEFAULT-VALUE}).")
  double learningRate;

  @Option(
      names = "--gradient-clip",
      paramLabel = "X",
      defaultValue = "" + GloVeConfig.DEFAULT_GRADIENT_CLIP,
      description = "Let no gradient of a single parameter be larger (default: ${DEFAULT-VALUE}).")
  double gradientClip;

  @Option(
      names = "--output-vectors",
      paramLabel = "word+context|word|word,context",
      defaultValue = "word+context",
      description =
          "Write the sum of a word's two vectors, the first alone, or both in a row"
              + " (default: ${DEFAULT-VALUE}).")
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
