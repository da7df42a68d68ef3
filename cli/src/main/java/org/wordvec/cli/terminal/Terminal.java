package org.wordvec.cli.terminal;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.corpora.reading.TextFile;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param out answers
 * @param err notes, progress and errors
 * @param answersShown whether {@code out} is a terminal and not a pipe or file
 * @param notesShown whether {@code err} is a terminal, so that a progress bar can be redrawn
 * @param columns width of the terminal
 */
public record Terminal(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean answersShown,
    boolean notesShown,
    int columns) {
  public static final int DEFAULT_COLUMNS = 80;

  /** Lets no line on {@code err} act on a terminal, whoever writes it. */
  public Terminal {
    err = NoteWriter.of(err);
  }

  /** Returns text for {@code out}, with what a terminal would act on escaped if it is one. */
  public String shown(String text) {
    return answersShown ? PrintableText.of(text) : text;
  }

  /** Returns the text file that an argument names; {@code -} is standard input. */
  public TextFile text(Path file) {
    return TextFile.named(file.toString(), in);
  }
}
