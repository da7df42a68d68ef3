package org.wordvec.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.compute.training.CheckpointInterval;
import org.wordvec.compute.training.Checkpoints;

/** Kills trainings at checkpoints, of which they write one after every step, and resumes them. */
public final class Crashes {
  private static final CheckpointInterval EVERY_STEP = new CheckpointInterval.Part(1e-9);

  private static final Checkpoints.Listener CRASHING =
      new Checkpoints.Listener() {
        @Override
        public void saved(Path path, double seconds) {
          throw new Crash();
        }

        @Override
        public void failed(IOException reason) {
          throw new AssertionError(reason);
        }
      };

  private Crashes() {}

  /** A training that keeps some checkpoints. */
  public interface Training<T> {
    /** Trains to the end. */
    T train(Checkpoints checkpoints) throws InterruptedException;
  }

  /** What a kill is in process: nothing is done any more after a checkpoint. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Begins a training, or resumes it from its newest checkpoint, and kills it at the next one. */
  public static void crash(CheckpointFolder folder, Training<?> training) throws IOException {
    Checkpoints checkpoints = checkpoints(folder, CRASHING);
    assertThatThrownBy(() -> training.train(checkpoints)).isInstanceOf(Crash.class);
  }

  /** Resumes a training from its newest checkpoint and returns its result. */
  public static <T> T resume(CheckpointFolder folder, Training<T> training)
      throws IOException, InterruptedException {
    return training.train(checkpoints(folder, Checkpoints.Listener.NONE));
  }

  /** Returns the newest checkpoint. */
  public static Optional<CheckpointFolder.Saved> newest(CheckpointFolder folder)
      throws IOException {
    return CheckpointFolder.newest(folder.path(), damaged -> {});
  }

  private static Checkpoints checkpoints(CheckpointFolder folder, Checkpoints.Listener listener)
      throws IOException {
    return newest(folder)
        .map(saved -> Checkpoints.after(saved, folder, EVERY_STEP, Map.of(), listener))
        .orElseGet(() -> Checkpoints.in(folder, EVERY_STEP, Map.of(), listener));
  }
}
