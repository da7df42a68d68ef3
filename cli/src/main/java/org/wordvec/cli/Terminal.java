package org.wordvec.cli;

import java.io.InputStream;
import java.io.PrintWriter;

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
record Terminal(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean answersShown,
    boolean notesShown,
    int columns) {
  static final int DEFAULT_COLUMNS = 80;
}
