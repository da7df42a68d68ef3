package org.wordvec.compute.simd;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import org.wordvec.compute.linux.LinuxMemory;

/**
 * Asks the processor to fetch rows that are going to be written, so that they come from memory, or
 * from another core's cache, while something else is computed. A load cannot do that: the
 * instructions behind it wait for it. Java has no such instruction, so these are 29 bytes of
 * machine code in a page of their own:
 *
 * <pre>
 *   row:   mov rax, [rdi]         the next address of the list
 *          lea rcx, [rax + rdx]
 *   line:  prefetchw [rax]
 *          add rax, 64
 *          cmp rax, rcx
 *          jb line
 *          add rdi, 8
 *          dec rsi
 *          jne row
 *          ret
 * </pre>
 *
 * <p>On Linux on x86-64. Elsewhere, and where the system grants no such page, nothing is fetched
 * ahead, and all results are the same. A prefetch changes nothing and fails at no address.
 */
public final class Prefetch {
  private static final byte[] CODE = {
    0x48,
    (byte) 0x8B,
    0x07,
    0x48,
    (byte) 0x8D,
    0x0C,
    0x10,
    0x0F,
    0x0D,
    0x08,
    0x48,
    (byte) 0x83,
    (byte) 0xC0,
    0x40,
    0x48,
    0x39,
    (byte) 0xC8,
    0x72,
    (byte) 0xF4,
    0x48,
    (byte) 0x83,
    (byte) 0xC7,
    0x08,
    0x48,
    (byte) 0xFF,
    (byte) 0xCE,
    0x75,
    (byte) 0xE4,
    (byte) 0xC3
  };
  private static final long PAGE = 4096;

  /** Takes the address of a list, the number of rows in it, at least one, and a row's bytes. */
  private static final MethodHandle ROWS = code().map(Prefetch::bind).orElseGet(Prefetch::nothing);

  private Prefetch() {}

  /** Returns whether rows are fetched ahead on this machine. */
  public static boolean isPossible() {
    return LinuxMemory.isPossible() && System.getProperty("os.arch").equals("amd64");
  }

  /**
   * Fetches rows.
   *
   * @param rows address of a list of the rows' addresses
   * @param bytes of a row
   */
  public static void rows(long rows, int count, int bytes) {
    if (count > 0) {
      try {
        ROWS.invokeExact(rows, (long) count, (long) bytes);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static FunctionDescriptor signature() {
    return FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG);
  }

  @SuppressWarnings("restricted")
  private static MethodHandle bind(MemorySegment code) {
    return Linker.nativeLinker().downcallHandle(code, signature(), Linker.Option.critical(false));
  }

  private static MethodHandle nothing() {
    return MethodHandles.empty(signature().toMethodType());
  }

  /** Returns the page with the code, which is never given back. */
  private static Optional<MemorySegment> code() {
    return isPossible() ? LinuxMemory.map(PAGE).filter(Prefetch::write) : Optional.empty();
  }

  private static boolean write(MemorySegment page) {
    MemorySegment.copy(CODE, 0, page, JAVA_BYTE, 0, CODE.length);
    return LinuxMemory.makeExecutable(page);
  }
}
