package org.wordvec.cli.progress;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.function.IntSupplier;
import org.wordvec.cli.terminal.StandardStreams;
import org.wordvec.cli.terminal.Terminal;

/**
 * Asks the window of standard error how wide it is now ({@code ioctl TIOCGWINSZ}), so that a
 * progress bar follows it. Where it does not say, the width that the launcher found holds. Used by
 * one thread.
 */
final class WindowWidth implements IntSupplier {
  /** The field of {@code struct winsize}, four unsigned shorts, that counts columns. */
  private static final long COLUMNS = 2;

  private static final long SIZE = 8;

  private final int descriptor;
  private final int usual;
  private final int most;

  /**
   * Follows a descriptor's window.
   *
   * @param usual the width where the window has none
   * @param most the greatest width to report
   */
  WindowWidth(int descriptor, int usual, int most) {
    this.descriptor = descriptor;
    this.usual = usual;
    this.most = most;
  }

  /** Follows the window of standard error, within the width that the user asks for. */
  static WindowWidth of(Terminal terminal) {
    boolean asked = !System.getenv().getOrDefault("COLUMNS", "").isEmpty();
    return new WindowWidth(
        StandardStreams.errorDescriptorNumber(),
        terminal.columns(),
        asked ? terminal.columns() : Integer.MAX_VALUE);
  }

  @Override
  public int getAsInt() {
    int columns = asked();
    return Math.min(most, columns == 0 ? usual : columns);
  }

  /** The columns of the window, 0 where it has none or the system cannot be asked. */
  private int asked() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment size = arena.allocate(SIZE, Short.BYTES);
      int failed = (int) Call.IOCTL.invokeExact(descriptor, Call.GET_WINDOW_SIZE, size);
      return failed == 0 ? Short.toUnsignedInt(size.get(ValueLayout.JAVA_SHORT, COLUMNS)) : 0;
    } catch (Throwable e) {
      return 0;
    }
  }

  /** Bound when a bar is drawn for the first time, which takes a while. */
  private static final class Call {
    private static final long GET_WINDOW_SIZE =
        System.getProperty("os.name", "").startsWith("Linux") ? 0x5413 : 0x40087468;

    @SuppressWarnings("restricted")
    private static final MethodHandle IOCTL =
        Linker.nativeLinker()
            .downcallHandle(
                Linker.nativeLinker().defaultLookup().findOrThrow("ioctl"),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.ADDRESS),
                Linker.Option.firstVariadicArg(2));
  }
}
