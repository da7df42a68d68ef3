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
final class MemoryAdvice {
  static final int HUGE_PAGES = 14;

  private MemoryAdvice() {}

  /** Whether this is Linux. */
  static boolean isPossible() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
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
