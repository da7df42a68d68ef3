package org.wordvec.compute.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of one run: whether and how often it writes any, and which one it resumes from.
 * Belongs to one run at a time.
 */
public final class Checkpoints {
  /** Ten minutes, the most that a crash costs, because writing takes seconds. */
  public static final CheckpointInterval DEFAULT_INTERVAL =
      new CheckpointInterval.Time(Duration.ofMinutes(10));

  private final @Nullable CheckpointFolder folder;
  private final CheckpointInterval interval;
  private final CheckpointFolder.@Nullable Saved resumed;
  private final Map<String, String> notes;
  private final Listener listener;
  private final Map<String, String> settings = new HashMap<>();
  private @Nullable Path last;
  private volatile CheckpointPauses pauses = CheckpointPauses.NONE;

  private Checkpoints(
      @Nullable CheckpointFolder folder,
      CheckpointInterval interval,
      CheckpointFolder.@Nullable Saved resumed,
      Map<String, String> notes,
      Listener listener) {
    this.folder = folder;
    this.interval = interval;
    this.resumed = resumed;
    this.notes = Map.copyOf(notes);
    this.listener = listener;
    if (resumed != null) {
      last = resumed.path();
      settings.putAll(resumed.checkpoint().settings());
    }
  }

  /** Receives notice of checkpoints, on the thread that wrote them. */
  public interface Listener {
    /** Ignores all. */
    Listener NONE =
        new Listener() {
          @Override
          public void saved(Path path, double seconds) {}

          @Override
          public void failed(IOException reason) {}
        };

    /** Receives a checkpoint that is written, and the seconds that training paused for it. */
    void saved(Path path, double seconds);

    /** Receives why one could not be written. Training continues, and the earlier ones stay. */
    void failed(IOException reason);
  }

  /** Returns the checkpoints of a run that writes none. */
  public static Checkpoints none() {
    return new Checkpoints(null, DEFAULT_INTERVAL, null, Map.of(), Listener.NONE);
  }

  /**
   * Returns the checkpoints of a run that begins from the start, and removes any in the folder.
   *
   * @param notes that each of them stores
   */
  public static Checkpoints in(
      CheckpointFolder folder,
      CheckpointInterval interval,
      Map<String, String> notes,
      Listener listener) {
    return new Checkpoints(folder, interval, null, notes, listener);
  }

  /** Returns the checkpoints of a run that resumes from one. */
  public static Checkpoints after(
      CheckpointFolder.Saved saved,
      CheckpointFolder folder,
      CheckpointInterval interval,
      Map<String, String> notes,
      Listener listener) {
    return new Checkpoints(folder, interval, saved, notes, listener);
  }

  /** Returns whether the run writes any. */
  public boolean areKept() {
    return folder != null;
  }

  /** Returns the checkpoint that the run resumes from. */
  public Optional<Checkpoint> resumed() {
    return Optional.ofNullable(resumed).map(CheckpointFolder.Saved::checkpoint);
  }

  /** Returns the newest checkpoint, whether this process wrote it or resumes from it. */
  public synchronized Optional<Path> last() {
    return Optional.ofNullable(last);
  }

  /**
   * Adds settings that a resumed run must have been saved with.
   *
   * @throws IllegalArgumentException naming the first that differs, with both values
   */
  public void require(Map<String, String> more) {
    settings.putAll(more);
    if (resumed == null) {
      return;
    }
    Map<String, String> then = resumed.checkpoint().settings();
    for (String name : new TreeSet<>(more.keySet())) {
      String before = then.get(name);
      if (!java.util.Objects.equals(before, more.get(name))) {
        throw new IllegalArgumentException(
            "cannot resume: %s: %s in the checkpoint, %s now"
                .formatted(name, before == null ? "not set" : before, more.get(name)));
      }
    }
  }

  /**
   * Adds a fact that was found while training to the settings of all further checkpoints.
   *
   * @param name unlike those of other settings
   */
  public void add(String name, String value) {
    settings.put(name, value);
  }

  CheckpointInterval interval() {
    return interval;
  }

  CheckpointPauses pauses() {
    return pauses;
  }

  /** Restores the checkpoint that the run resumes from; without one, empties the folder. */
  Optional<Checkpoint> restore(long slicesPerEpoch, int epochs, TrainingState state) {
    if (folder == null) {
      return Optional.empty();
    }
    try {
      if (resumed == null) {
        last = null;
        folder.clear();
        return Optional.empty();
      }
      Checkpoint checkpoint = resumed.checkpoint();
      if (checkpoint.slicesPerEpoch() != slicesPerEpoch || checkpoint.epochs() != epochs) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "cannot resume: the checkpoint has %d epochs of %d steps, this training %d of %d",
                checkpoint.epochs(),
                checkpoint.slicesPerEpoch(),
                epochs,
                slicesPerEpoch));
      }
      folder.load(resumed, state.parts());
      state.distribute();
      return Optional.of(checkpoint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes one while no slice is being trained.
   *
   * @param began when training paused, by {@link System#nanoTime}
   * @throws DivergedException if the model has diverged; the checkpoints before stay
   * @throws IOException if it cannot be written; the checkpoints before stay
   */
  void save(Moment moment, TrainingState state, long began) throws IOException {
    if (folder == null) {
      return;
    }
    state.collect();
    new DivergenceWatch(state).checkAll(moment.epoch());
    Path path = folder.write(moment.checkpoint(settings, notes), state.parts());
    double seconds = 1e-9 * (System.nanoTime() - began);
    pauses = pauses.and(seconds);
    synchronized (this) {
      last = path;
    }
    listener.saved(path, seconds);
  }

  void failed(IOException reason) {
    listener.failed(reason);
  }

  /** The state of a run. */
  record Moment(
      long next, long slicesPerEpoch, int epochs, double seconds, List<LossMeter> losses) {
    int epoch() {
      return (int) Math.min(epochs - 1, next / slicesPerEpoch);
    }

    Checkpoint checkpoint(Map<String, String> settings, Map<String, String> notes) {
      List<Checkpoint.Loss> all = losses.stream().map(LossMeter::state).toList();
      return new Checkpoint(
          next, slicesPerEpoch, epochs, seconds, all, settings, notes, Instant.now());
    }
  }
}
