package org.wordvec.cli.query;

/** How a file of questions is laid out. */
enum InputFormat {
  LINES,
  CSV,
  TSV
}
