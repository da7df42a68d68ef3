package org.wordvec.cli.output;

/** What kind of text an answer is. */
public enum OutputFormat {
  TABLE,
  TSV,
  CSV,
  JSON,
  JSONL;

  /** Returns whether rows can be printed as they come, without knowing those that follow. */
  boolean streams() {
    return this != TABLE && this != JSON;
  }
}
