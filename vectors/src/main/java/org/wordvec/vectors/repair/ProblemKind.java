package org.wordvec.vectors.repair;

/** What can be odd about a file of vectors, and what a repaired copy makes of it. */
public enum ProblemKind {
  /** The file ends too early, or cannot be unpacked or taken apart any further. */
  BROKEN("breaks off", "the rows before are kept"),
  /** A line, or a row, that is no word and its values. */
  UNREADABLE_ROW("rows that cannot be read", "left out"),
  /** A line with nothing in it, between others. */
  EMPTY_LINE("empty lines", "left out"),
  /** The header promises vectors of another length. */
  OTHER_DIMENSIONS("a header with another number of values", "the header is written anew"),
  /** The header promises more rows than there are. */
  FEWER_ROWS("fewer rows than the header says", "the header is written anew"),
  /** The header promises fewer rows than there are. */
  MORE_ROWS("more rows than the header says", "kept; the header is written anew"),
  /** Bytes behind the last row. */
  TRAILING_BYTES("bytes behind the last row", "left out"),
  /** A word that an earlier row has. */
  DUPLICATE_WORD("words that occur twice", "the first row is kept"),
  /** A row without a word. */
  EMPTY_WORD("empty words", "left out"),
  /** A word with white space of ASCII, which ends words in most formats. */
  SPACED_WORD("words with white space", "an underscore takes its place"),
  /** A word with other control characters. */
  CONTROL_CHARACTER("words with control characters", "an underscore takes their place"),
  /** A word with white space beyond ASCII, where Python's split() cuts. */
  UNICODE_SPACE("words with white space beyond ASCII", "kept"),
  /** A word whose bytes are no UTF-8, cut within a character for instance. */
  NOT_UTF8("words that are not UTF-8", "left out"),
  /** A word that was damaged before it got here. */
  REPLACEMENT_CHARACTER("words with U+FFFD, as damaged text has", "kept"),
  /** Zeros alone: its cosine with everything is 0. */
  ZERO_ROW("vectors of zeros", "left out"),
  /** NaN or an infinite value. */
  NOT_FINITE("vectors with NaN or infinite values", "left out"),
  /** A number that is finite, but no result of training. */
  HUGE_VALUE("vectors with values beyond 1e10", "kept"),
  /** A vector far longer than usual. */
  LONG_VECTOR("vectors over 100 times the median length", "kept"),
  /** A vector far shorter than usual. */
  SHORT_VECTOR("vectors under 1/1000 of the median length", "kept"),
  /** A row of a FastText model that was never written, for a word of the vocabulary. */
  UNTRAINED_WORD("words whose own row is zeros", "kept"),
  /** A row of a FastText model that was never written, for n-grams. */
  UNTRAINED_NGRAMS("n-gram rows of zeros", "kept"),
  /** A row of a FastText model that makes every vector NaN that it is part of. */
  NOT_FINITE_ROW("input rows with NaN or infinite values", "zeros take their place");

  private final String description;
  private final String remedy;

  ProblemKind(String description, String remedy) {
    this.description = description;
    this.remedy = remedy;
  }

  /** Returns what it is, in the plural where it can be counted. */
  public String description() {
    return description;
  }

  /** Returns what becomes of it in a repaired copy. */
  public String remedy() {
    return remedy;
  }
}
