package org.wordvec.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.training.Checkpoint;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.TrainingReport;

/** A run that is killed at a checkpoint and resumed in new matrices ends as one that was not. */
public final class ResumeContract {
  private ResumeContract() {}

  /** The result of a training: its report and the matrices that it has learnt. */
  public record Result(TrainingReport report, List<FloatRows> matrices) {
    /** Creates a result. */
    public Result(TrainingReport report, FloatRows... matrices) {
      this(report, List.of(matrices));
    }
  }

  /**
   * Asserts that a training ends the same to the bit when it is killed at its first checkpoint, at
   * each of the first half, and at each of all.
   *
   * @param folder for checkpoints
   * @param steps that the training takes
   */
  public static void assertSameWhereverCut(
      Path folder, int steps, Crashes.Training<Result> training)
      throws IOException, InterruptedException {
    Result whole = training.train(Checkpoints.none());
    assertSame(folder.resolve("first"), 1, training, whole);
    assertSame(folder.resolve("half"), Math.ceilDiv(steps, 2), training, whole);
    assertThat(assertSame(folder.resolve("each"), steps, training, whole).isComplete()).isTrue();
  }

  /**
   * Asserts that a training ends the same to the bit when it is killed at its first checkpoints.
   */
  public static void assertSameAfterCrashes(
      Path folder, int crashes, Crashes.Training<Result> training)
      throws IOException, InterruptedException {
    assertSame(folder, crashes, training, training.train(Checkpoints.none()));
  }

  /** Returns the checkpoint that the training was resumed from last. */
  private static Checkpoint assertSame(
      Path folder, int crashes, Crashes.Training<Result> training, Result whole)
      throws IOException, InterruptedException {
    try (CheckpointFolder own = CheckpointFolder.open(folder)) {
      for (int crash = 0; crash < crashes; crash++) {
        Crashes.crash(own, training);
      }
      Checkpoint last = Crashes.newest(own).orElseThrow().checkpoint();
      Result resumed = Crashes.resume(own, training);
      assertThat(resumed.matrices()).hasSameSizeAs(whole.matrices());
      for (int i = 0; i < whole.matrices().size(); i++) {
        assertThat(rows(resumed.matrices().get(i))).isDeepEqualTo(rows(whole.matrices().get(i)));
      }
      assertThat(resumed.report().losses()).isEqualTo(whole.report().losses());
      assertThat(resumed.report().seconds()).isGreaterThan(last.seconds());
      return last;
    }
  }

  private static float[][] rows(FloatRows matrix) {
    return IntStream.range(0, matrix.rows()).mapToObj(matrix::row).toArray(float[][]::new);
  }
}
