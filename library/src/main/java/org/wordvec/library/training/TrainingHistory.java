package org.wordvec.library.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.Progress.Snapshot;

/**
 * The history of a training as a bounded number of snapshots: when there are too many, every second
 * one is removed, and from then on half as many are recorded. Not thread-safe.
 */
public final class TrainingHistory {
  /** Maximum number of snapshots. */
  public static final int CAPACITY = 512;

  private final List<Snapshot> kept = new ArrayList<>();
  private @Nullable Snapshot latest;
  private int interval = 1;
  private int passed;

  /** Creates an empty history. */
  public TrainingHistory() {}

  /** Adds a snapshot. */
  public void add(Snapshot snapshot) {
    if (latest != null && snapshot.seconds() < latest.seconds()) {
      // A GPU failed, and the CPU starts from the beginning.
      kept.clear();
      interval = 1;
      passed = 0;
    }
    latest = snapshot;
    if (++passed < interval) {
      return;
    }
    passed = 0;
    kept.add(snapshot);
    if (kept.size() == CAPACITY) {
      for (int i = CAPACITY - 1; i >= 0; i -= 2) {
        kept.remove(i - 1);
      }
      interval *= 2;
    }
  }

  /** Returns the recorded snapshots, always including the latest. */
  public List<Snapshot> snapshots() {
    List<Snapshot> all = new ArrayList<>(kept);
    if (latest != null && (kept.isEmpty() || !kept.getLast().equals(latest))) {
      all.add(latest);
    }
    return all;
  }
}
