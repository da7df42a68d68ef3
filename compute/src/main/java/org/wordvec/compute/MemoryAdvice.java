package org.wordvec.compute;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * Tells Linux what memory is going to be used for ({@code madvise}); elsewhere, or on a kernel that
 * does not know the advice, nothing happens. Stateless; safe for use by several threads.
 */
public final class MemoryAdvice {
  static final int HUGE_PAGES = 14;

  private static final int POPULATE_FOR_READING = 22;
  private static final long PAGE = 4096;

  private MemoryAdvice() {}

  /** Whether this is Linux. */
  static boolean isPossible() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }

  /**
   * Maps the pages of a part of a mapped file in one go. Met one by one, they cost more than
   * multiplying with what is in them.
   *
   * @throws IndexOutOfBoundsException if the part leaves the file
   */
  public static void willRead(MemorySegment file, long from, long bytes) {
    if (bytes > 0 && isPossible()) {
      long start = file.asSlice(from, bytes).address() / PAGE * PAGE;
      give(start, file.address() + from + bytes - start, POPULATE_FOR_READING);
    }
  }

  /** Gives an advice, which may be refused. */
  static void give(long address, long bytes, int advice) {
    try {
      int refused = (int) Call.MADVISE.invokeExact(MemorySegment.ofAddress(address), bytes, advice);
      assert refused == 0 || refused == -1;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Bound when it is first needed, which takes a while. */
  private static final class Call {
    @SuppressWarnings("restricted")
    private static final MethodHandle MADVISE =
        Linker.nativeLinker()
            .downcallHandle(
                Linker.nativeLinker().defaultLookup().findOrThrow("madvise"),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT));
  }
}
