package org.wordvec.compute.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SliceQueueTest {
  private static final long SLICES = 6;

  @TempDir private Path temporary;
  private CheckpointFolder folder;
  private final List<Long> pauses = new ArrayList<>();

  @BeforeEach
  void openFolder() throws IOException {
    folder = CheckpointFolder.open(temporary);
  }

  @AfterEach
  void closeFolder() throws IOException {
    folder.close();
  }

  @Test
  void aStopJustAfterAPauseDoesNotPauseAgain() throws InterruptedException {
    SliceQueue queue = queue();
    for (int slice = 0; slice < 3; slice++) {
      assertThat(queue.claim()).isEqualTo(slice);
      queue.done();
    }
    // The next claim pauses, as half of the run is done, and goes on; it is given back untrained.
    assertThat(queue.claim()).isEqualTo(3);
    assertThat(pauses).containsExactly(3L);
    queue.done();
    queue.stop();
    assertThat(queue.claim()).isEqualTo(SliceQueue.END);
    assertThat(pauses).containsExactly(3L, 4L);
    queue.stop();
    assertThat(queue.claim()).isEqualTo(SliceQueue.END);
    assertThat(pauses).containsExactly(3L, 4L);
  }

  @Test
  void aStopBeforeAnySlicePausesNever() throws InterruptedException {
    SliceQueue queue = queue();
    queue.stop();
    assertThat(queue.claim()).isEqualTo(SliceQueue.END);
    assertThat(pauses).isEmpty();
  }

  private SliceQueue queue() {
    Checkpoints checkpoints =
        Checkpoints.in(
            folder, new CheckpointInterval.Part(0.5), Map.of(), Checkpoints.Listener.NONE);
    return new SliceQueue(
        0,
        SLICES,
        new CheckpointPlan(checkpoints, SLICES, SLICES, SLICES),
        (next, began, stopping) -> pauses.add(next));
  }
}
