package org.wordvec.cli.terminal;

import java.io.PrintWriter;
import org.wordvec.corpora.reading.PrintableText;

/**
 * Writes notes and errors, which may quote any text, to standard error. {@code println} escapes
 * control characters; {@code print} does not, so that a progress bar can use escape sequences.
 */
public final class NoteWriter extends PrintWriter {
  private NoteWriter(PrintWriter target) {
    super(target, true);
  }

  /** Returns a writer to a target, which may be such a writer already. */
  public static NoteWriter of(PrintWriter target) {
    return target instanceof NoteWriter notes ? notes : new NoteWriter(target);
  }

  @Override
  public void println(String line) {
    super.println(PrintableText.of(line));
  }

  /** Prints a stack trace with control characters escaped, since exceptions may quote any text. */
  public void printTrace(Throwable cause) {
    cause.printStackTrace(
        new PrintWriter(this) {
          @Override
          public void println(Object line) {
            String text = String.valueOf(line);
            String bare = text.stripLeading();
            NoteWriter.this.print(text.substring(0, text.length() - bare.length()));
            NoteWriter.this.println(bare);
          }
        });
  }
}
