package org.wordvec.cli.query;

/** Layout of a file of queries. */
enum InputFormat {
  LINES,
  CSV,
  TSV
}
