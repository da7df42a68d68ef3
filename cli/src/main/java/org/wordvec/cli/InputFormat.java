package org.wordvec.cli;

/** How a file of questions is laid out. */
enum InputFormat {
  LINES,
  CSV,
  TSV
}
