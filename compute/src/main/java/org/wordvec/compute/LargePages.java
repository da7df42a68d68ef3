package org.wordvec.compute;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

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
  private static final int READ_WRITE = 3;
  private static final int PRIVATE_ANONYMOUS = 0x22;

  private LargePages() {}

  static MemorySegment allocate(Arena arena, long bytes) {
    // Binding the calls takes longer than what a short command has to do.
    return MemoryAdvice.isPossible() && bytes >= 2 * PAGE && VectorApi.isPresent()
        ? Mapping.map(arena, bytes)
        : arena.allocate(bytes, Matrix.ROW_ALIGNMENT);
  }

  /** The system calls, bound when a large matrix is first asked for. */
  private static final class Mapping {
    private static final MethodHandle MMAP =
        bind(
            "mmap",
            FunctionDescriptor.of(
                ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
    private static final MethodHandle MUNMAP =
        bind("munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));

    @SuppressWarnings("restricted")
    private static MethodHandle bind(String name, FunctionDescriptor signature) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
    }

    @SuppressWarnings("restricted")
    static MemorySegment map(Arena arena, long bytes) {
      long size = (bytes + PAGE - 1) / PAGE * PAGE;
      long mappedSize = size + PAGE;
      try {
        MemorySegment mapped =
            (MemorySegment)
                MMAP.invokeExact(
                    MemorySegment.NULL, mappedSize, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
        if (mapped.address() == -1) {
          throw new OutOfMemoryError("the system has no " + bytes + " bytes for a matrix");
        }
        long start = (mapped.address() + PAGE - 1) / PAGE * PAGE;
        MemoryAdvice.give(start, size, MemoryAdvice.HUGE_PAGES);
        return MemorySegment.ofAddress(start)
            .reinterpret(bytes, arena, matrix -> unmap(mapped, mappedSize));
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }

    private static void unmap(MemorySegment mapped, long size) {
      try {
        int failed = (int) MUNMAP.invokeExact(mapped, size);
        assert failed == 0;
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
