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
 * Returns the current width of the terminal on standard error ({@code ioctl TIOCGWINSZ}), so that a
 * progress bar follows changes of its window. If the system does not know it, the width that the
 * launcher found is used. Not thread-safe.
 */
final class WindowWidth implements IntSupplier {
  /** Offset of the columns in {@code struct winsize}, four unsigned shorts. */
  private static final long COLUMNS = 2;

  private static final long SIZE = 8;

  private final int descriptor;
  private final int usual;
  private final int most;

  /**
   * Creates a width that follows the window of a descriptor.
   *
   * @param usual width if the system does not know it
   * @param most largest width to return
   */
  WindowWidth(int descriptor, int usual, int most) {
    this.descriptor = descriptor;
    this.usual = usual;
    this.most = most;
  }

  /** Returns a width that follows the window of standard error, limited by the variable COLUMNS. */
  static WindowWidth of(Terminal terminal) {
    boolean limited = !System.getenv().getOrDefault("COLUMNS", "").isEmpty();
    return new WindowWidth(
        StandardStreams.errorDescriptorNumber(),
        terminal.columns(),
        limited ? terminal.columns() : Integer.MAX_VALUE);
  }

  @Override
  public int getAsInt() {
    int columns = queryColumns();
    return Math.min(most, columns == 0 ? usual : columns);
  }

  /** Returns the columns of the window, or 0 if they are unknown. */
  private int queryColumns() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment size = arena.allocate(SIZE, Short.BYTES);
      int failed = (int) Call.IOCTL.invokeExact(descriptor, Call.GET_WINDOW_SIZE, size);
      return failed == 0 ? Short.toUnsignedInt(size.get(ValueLayout.JAVA_SHORT, COLUMNS)) : 0;
    } catch (Throwable e) {
      return 0;
    }
  }

  /** Native call, linked when a bar is drawn for the first time, since linking takes time. */
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
