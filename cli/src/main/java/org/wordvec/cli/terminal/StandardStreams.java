package org.wordvec.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Opens the standard streams of the process, in UTF-8 whatever the locale.
 *
 * <p>The launcher discards the JVM's standard error, whose first line is a warning that cannot be
 * disabled, and passes the user's as another descriptor, named by the system property {@code
 * wordvec.stderr.descriptor}. It also tells which streams are terminals, since Java cannot find out
 * for standard error.
 */
public final class StandardStreams {
  private static final String DESCRIPTOR = "wordvec.stderr.descriptor";

  private final RecordedOutput output =
      new RecordedOutput(new FileOutputStream(FileDescriptor.out));

  /** Opens the streams and redirects {@link System#err} to the user's standard error. */
  public Terminal open() {
    OutputStream errors = new FileOutputStream(errorDescriptor());
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    return new Terminal(
        System.in,
        writer(new BufferedOutputStream(output, 1 << 16), false),
        writer(errors, true),
        Boolean.getBoolean("wordvec.stdout.terminal"),
        Boolean.getBoolean("wordvec.stderr.terminal"),
        Integer.getInteger("wordvec.terminal.columns", Terminal.DEFAULT_COLUMNS));
  }

  /** Returns standard output, whose failure is known once all output is flushed. */
  public RecordedOutput output() {
    return output;
  }

  private static PrintWriter writer(OutputStream stream, boolean autoFlush) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), autoFlush);
  }

  /** Returns the descriptor of the user's standard error. */
  public static int errorDescriptorNumber() {
    return Integer.getInteger(DESCRIPTOR, 2);
  }

  private static FileDescriptor errorDescriptor() {
    int number = errorDescriptorNumber();
    return number == 2 ? FileDescriptor.err : descriptor(number);
  }

  /**
   * Returns the descriptor of a number; the manifest opens {@code java.io} for its private
   * constructor.
   */
  private static FileDescriptor descriptor(int number) {
    try {
      var constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
      constructor.setAccessible(true);
      return constructor.newInstance(number);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return FileDescriptor.err;
    }
  }
}
