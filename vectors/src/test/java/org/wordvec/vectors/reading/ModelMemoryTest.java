package org.wordvec.vectors.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wordvec.compute.MachineMemory;
import org.wordvec.compute.Matrix;

class ModelMemoryTest {
  private static final Path FILE = Path.of("m.txt");

  @Test
  void rejectsMoreMemoryThanAvailable() {
    ModelMemory memory = new ModelMemory(FILE, () -> 1_500_000_000L);
    try (Arena arena = Arena.ofConfined()) {
      assertThatThrownBy(() -> memory.allocate(arena, 1_500_000, 300))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "m.txt: its 1500000 x 300 values need 1.8 GB of memory, more than the system gives,"
                  + " 1.5 GB in all");
    }
  }

  @Test
  void checksLargeAllocationsOnly() throws Exception {
    ModelMemory memory =
        new ModelMemory(
            FILE,
            () -> {
              throw new IllegalStateException("asked");
            });
    try (Arena arena = Arena.ofConfined()) {
      Matrix rows = memory.allocate(arena, 1000, 300);
      assertThat(rows.rows()).isEqualTo(1000);
    }
  }

  @Test
  void findsTheAvailableMemory() {
    // The heap is a part of it.
    assertThat(MachineMemory.total()).isGreaterThan(Runtime.getRuntime().totalMemory());
  }
}
