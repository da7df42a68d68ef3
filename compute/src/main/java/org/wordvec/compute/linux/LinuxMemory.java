package org.wordvec.compute.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/**
 * Calls Linux for whole pages of memory. A call is bound when it is first made, which takes longer
 * than what a short command has to do. Stateless; safe for use by several threads.
 */
public final class LinuxMemory {
  private static final int READ_WRITE = 3;
  private static final int READ_EXECUTE = 5;
  private static final int PRIVATE_ANONYMOUS = 0x22;
  private static final int HUGE_PAGES = 14;

  private LinuxMemory() {}

  /** Returns whether this is Linux; elsewhere no other method may be called. */
  public static boolean isPossible() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }

  /** Returns zeroed pages ({@code mmap}) that stay until they are unmapped; empty if refused. */
  @SuppressWarnings("restricted")
  public static Optional<MemorySegment> map(long bytes) {
    try {
      MemorySegment pages =
          (MemorySegment)
              Mmap.CALL.invokeExact(
                  MemorySegment.NULL, bytes, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
      return pages.address() == -1 ? Optional.empty() : Optional.of(pages.reinterpret(bytes));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Gives pages back ({@code munmap}). */
  public static void unmap(MemorySegment pages) {
    try {
      int failed = (int) Munmap.CALL.invokeExact(pages, pages.byteSize());
      assert failed == 0;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Asks for pages of 2 MB ({@code madvise}), which may be refused. */
  public static void adviseHugePages(long address, long bytes) {
    try {
      int refused =
          (int) Madvise.CALL.invokeExact(MemorySegment.ofAddress(address), bytes, HUGE_PAGES);
      assert refused == 0 || refused == -1;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Makes pages executable and no longer writable ({@code mprotect}); returns whether granted. */
  public static boolean makeExecutable(MemorySegment pages) {
    try {
      return (int) Mprotect.CALL.invokeExact(pages, pages.byteSize(), READ_EXECUTE) == 0;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static RuntimeException unexpected(Throwable e) {
    if (e instanceof RuntimeException exception) {
      return exception;
    }
    if (e instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e);
  }

  @SuppressWarnings("restricted")
  private static MethodHandle bind(String name, FunctionDescriptor signature) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
  }

  private static final class Mmap {
    static final MethodHandle CALL =
        bind(
            "mmap",
            FunctionDescriptor.of(
                ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  }

  private static final class Munmap {
    static final MethodHandle CALL =
        bind("munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
  }

  private static final class Madvise {
    static final MethodHandle CALL =
        bind("madvise", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  }

  private static final class Mprotect {
    static final MethodHandle CALL =
        bind("mprotect", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  }
}
