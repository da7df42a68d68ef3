package org.wordvec.cli.terminal;

import java.io.PrintWriter;
import org.wordvec.corpora.reading.PrintableText;

/**
 * Standard error, where every line is a note or an error that may quote anything. What is printed
 * with {@code println} is one line that no terminal acts on; {@code print} leaves a progress bar
 * its escape sequences.
 */
public final class NoteWriter extends PrintWriter {
  private NoteWriter(PrintWriter target) {
    super(target, true);
  }

  public static NoteWriter of(PrintWriter target) {
    return target instanceof NoteWriter notes ? notes : new NoteWriter(target);
  }

  @Override
  public void println(String line) {
    super.println(PrintableText.of(line));
  }

  /** The lines of a stack trace, in which exceptions quote what they were about. */
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
