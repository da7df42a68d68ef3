package org.wordvec.cli.terminal;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.corpora.reading.TextFile;

/**
 * The standard streams of a command.
 *
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for notes, progress and errors
 * @param outIsTerminal whether {@code out} is a terminal and not a pipe or file
 * @param errIsTerminal whether {@code err} is a terminal, so that a progress bar can be redrawn
 * @param columns width of the terminal in characters
 */
public record Terminal(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns) {
  public static final int DEFAULT_COLUMNS = 80;

  /** Creates a terminal; control characters in lines on {@code err} are escaped. */
  public Terminal {
    err = NoteWriter.of(err);
  }

  /** Returns text for {@code out}, with control characters escaped if it is a terminal. */
  public String shown(String text) {
    return outIsTerminal ? PrintableText.of(text) : text;
  }

  /** Returns the text file that an argument names; {@code -} is standard input. */
  public TextFile text(Path file) {
    return TextFile.named(file.toString(), in);
  }
}
