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
 * The process's own streams, in UTF-8 whatever the locale.
 *
 * <p>The launcher discards the JVM's standard error, whose first line is a warning that has no
 * switch, and passes the user's as another descriptor, named by the system property {@code
 * wordvec.stderr.descriptor}. It also says what is a terminal, since Java cannot tell for standard
 * error.
 */
public final class StandardStreams {
  private static final String DESCRIPTOR = "wordvec.stderr.descriptor";

  private final AnswerStream answers = new AnswerStream(new FileOutputStream(FileDescriptor.out));

  /** Opens the streams and lets {@link System#err} write to the same place as the program. */
  public Terminal open() {
    OutputStream errors = new FileOutputStream(errorDescriptor());
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    return new Terminal(
        System.in,
        writer(new BufferedOutputStream(answers, 1 << 16), false),
        writer(errors, true),
        Boolean.getBoolean("wordvec.stdout.terminal"),
        Boolean.getBoolean("wordvec.stderr.terminal"),
        Integer.getInteger("wordvec.terminal.columns", Terminal.DEFAULT_COLUMNS));
  }

  /** What became of the answers, once all were flushed. */
  public AnswerStream answers() {
    return answers;
  }

  private static PrintWriter writer(OutputStream stream, boolean autoFlush) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), autoFlush);
  }

  /** The number of the descriptor that is the user's standard error. */
  public static int errorDescriptorNumber() {
    return Integer.getInteger(DESCRIPTOR, 2);
  }

  private static FileDescriptor errorDescriptor() {
    int number = errorDescriptorNumber();
    return number == 2 ? FileDescriptor.err : descriptor(number);
  }

  /** The manifest opens {@code java.io} to us for the one constructor that takes an int. */
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
