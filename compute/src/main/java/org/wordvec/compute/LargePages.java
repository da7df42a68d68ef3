package org.wordvec.compute;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.wordvec.compute.linux.LinuxMemory;

/**
 * Allocates zeroed memory for matrices, in pages of 2 MB where Linux grants them.
 *
 * <p>Training reads rows at random. With pages of 4 KB nearly every row of a large matrix misses
 * the processor's address cache too. The request must come before the memory is touched for the
 * first time, which {@link Arena#allocate} does, so the pages are mapped here; it is a request
 * only, and without it all works as before.
 */
final class LargePages {
  private static final long PAGE = 2L << 20;

  private LargePages() {}

  static MemorySegment allocate(Arena arena, long bytes) {
    return LinuxMemory.isPossible() && bytes >= 2 * PAGE && VectorApi.isPresent()
        ? map(arena, bytes)
        : arena.allocate(bytes, Matrix.ROW_ALIGNMENT);
  }

  @SuppressWarnings("restricted")
  private static MemorySegment map(Arena arena, long bytes) {
    long size = (bytes + PAGE - 1) / PAGE * PAGE;
    MemorySegment mapped =
        LinuxMemory.map(size + PAGE)
            .orElseThrow(
                () -> new OutOfMemoryError("the system has no " + bytes + " bytes for a matrix"));
    long start = (mapped.address() + PAGE - 1) / PAGE * PAGE;
    LinuxMemory.adviseHugePages(start, size);
    return MemorySegment.ofAddress(start)
        .reinterpret(bytes, arena, matrix -> LinuxMemory.unmap(mapped));
  }
}
