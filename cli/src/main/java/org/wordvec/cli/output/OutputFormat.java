package org.wordvec.cli.output;

/** Output formats of results. */
public enum OutputFormat {
  TABLE,
  TSV,
  CSV,
  JSON,
  JSONL;

  /** Returns whether rows can be printed one by one, without knowing later rows. */
  boolean streams() {
    return this != TABLE && this != JSON;
  }
}
