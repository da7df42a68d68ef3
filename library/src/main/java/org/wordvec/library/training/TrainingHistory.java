package org.wordvec.library.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.Progress.Snapshot;

/**
 * How a training went, as a bounded number of its snapshots: when there are too many, every second
 * one goes, and from then on half as many are kept. Not safe for use by several threads.
 */
public final class TrainingHistory {
  /** No more snapshots are kept. */
  public static final int MOST = 512;

  private final List<Snapshot> kept = new ArrayList<>();
  private @Nullable Snapshot latest;
  private int interval = 1;
  private int passed;

  /** Creates the history of a training that has not begun. */
  public TrainingHistory() {}

  /** Takes note of where the run stands. */
  public void add(Snapshot snapshot) {
    if (latest != null && snapshot.seconds() < latest.seconds()) {
      // A GPU gave up, and the CPU begins from the start.
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
    if (kept.size() == MOST) {
      for (int i = MOST - 1; i >= 0; i -= 2) {
        kept.remove(i - 1);
      }
      interval *= 2;
    }
  }

  /** Returns the snapshots, the last of the run among them. */
  public List<Snapshot> snapshots() {
    List<Snapshot> all = new ArrayList<>(kept);
    if (latest != null && (kept.isEmpty() || !kept.getLast().equals(latest))) {
      all.add(latest);
    }
    return all;
  }
}
