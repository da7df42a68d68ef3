package org.wordvec.cli.text;

import java.nio.file.Path;
import java.util.Objects;
import org.wordvec.cli.base.MemorySize;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.Cooccurrences.Resources;
import org.wordvec.glove.counting.DistanceWeighting;
import picocli.CommandLine.Option;

/** What counts as standing together. */
public final class CountingOptions {
  @Option(
      names = "--window",
      paramLabel = "N",
      defaultValue = "" + CooccurrenceConfig.DEFAULT_WINDOW,
      description =
          "Count pairs of words that are at most N words apart in a line (default: ${DEFAULT-VALUE}"
              + " words).")
  int window;

  @Option(
      names = "--symmetric",
      description = "Count context words on both sides of a word (default: yes).")
  boolean symmetric;

  @Option(
      names = "--asymmetric",
      description = "Count context words to the left only (default: both sides).")
  boolean asymmetric;

  @Option(
      names = "--distance-weighting",
      description = "Weight each pair by 1 / distance (default: yes).")
  boolean distanceWeighting;

  @Option(
      names = "--no-distance-weighting",
      description = "Weight each pair by 1, whatever the distance (default: 1 / distance).")
  boolean noDistanceWeighting;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = MemorySize.Converter.class,
      defaultValue = "4g",
      description =
          "Memory for text and counts, approximately; the rest goes to temporary files beside the"
              + " output. Sizes look like 512m or 4g (default: ${DEFAULT-VALUE}).")
  MemorySize memory = new MemorySize(4L << 30);

  /** Temporary files go beside the output, where there must be room anyway. */
  public Resources resources(int threads, Path output) {
    Path folder = Objects.requireNonNull(output.toAbsolutePath().getParent());
    return new Resources(threads, memory.bytes(), folder);
  }

  public CooccurrenceConfig config() {
    exclude(symmetric && asymmetric, "--symmetric", "--asymmetric");
    exclude(
        distanceWeighting && noDistanceWeighting,
        "--distance-weighting",
        "--no-distance-weighting");
    return new CooccurrenceConfig(
        window,
        asymmetric ? ContextSides.LEFT : ContextSides.BOTH,
        noDistanceWeighting ? DistanceWeighting.NONE : DistanceWeighting.INVERSE);
  }

  private static void exclude(boolean both, String one, String other) {
    if (both) {
      throw new IllegalArgumentException(one + " and " + other + " exclude each other");
    }
  }
}
