package org.wordvec.compute.simd;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernel")
class PrefetchTest {
  @AutoClose private final Arena arena = Arena.ofConfined();

  @ParameterizedTest
  @ValueSource(ints = {4, 64, 100, 448, 4096})
  void changesNothing(int bytes) {
    MemorySegment rows = arena.allocate(3L * bytes, 64);
    MemorySegment before = arena.allocate(3L * bytes, 64);
    for (long at = 0; at < rows.byteSize(); at++) {
      rows.set(JAVA_BYTE, at, (byte) at);
    }
    before.copyFrom(rows);
    MemorySegment list = arena.allocate(JAVA_LONG, 3);
    for (int row = 0; row < 3; row++) {
      list.setAtIndex(JAVA_LONG, row, rows.address() + (long) row * bytes);
    }
    for (int count = 0; count <= 3; count++) {
      Prefetch.rows(list.address(), count, bytes);
    }
    assertThat(rows.mismatch(before)).isEqualTo(-1);
  }

  @Test
  void failsAtNoAddress() {
    MemorySegment list = arena.allocate(JAVA_LONG, 4);
    list.setAtIndex(JAVA_LONG, 0, 0);
    list.setAtIndex(JAVA_LONG, 1, 1L << 46);
    list.setAtIndex(JAVA_LONG, 2, Long.MIN_VALUE);
    list.setAtIndex(JAVA_LONG, 3, 4096);
    Prefetch.rows(list.address(), 4, 448);
    assertThat(list.getAtIndex(JAVA_LONG, 3)).isEqualTo(4096);
  }
}
