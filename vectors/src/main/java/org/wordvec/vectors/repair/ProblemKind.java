package org.wordvec.vectors.repair;

/** The kinds of problems of vector files, and how a repaired copy handles them. */
public enum ProblemKind {
  /** The file ends too early, or cannot be decompressed or parsed any further. */
  BROKEN("breaks off", "the rows before are kept"),
  /** A line or row that is not a word and its values. */
  UNREADABLE_ROW("rows that cannot be read", "left out"),
  /** An empty line between others. */
  EMPTY_LINE("empty lines", "left out"),
  /** The header declares vectors of another length. */
  OTHER_DIMENSIONS("a header with another number of values", "the header is written anew"),
  /** The header declares more rows than there are. */
  FEWER_ROWS("fewer rows than the header says", "the header is written anew"),
  /** The header declares fewer rows than there are. */
  MORE_ROWS("more rows than the header says", "kept; the header is written anew"),
  /** Bytes after the last row. */
  TRAILING_BYTES("bytes behind the last row", "left out"),
  /** A word that an earlier row has as well. */
  DUPLICATE_WORD("words that occur twice", "the first row is kept"),
  /** A row without a word. */
  EMPTY_WORD("empty words", "left out"),
  /** A word with white space of ASCII, which ends words in most formats. */
  SPACED_WORD("words with white space", "an underscore takes its place"),
  /** A word with other control characters. */
  CONTROL_CHARACTER("words with control characters", "an underscore takes their place"),
  /** A word with white space beyond ASCII, at which Python's split() splits. */
  UNICODE_SPACE("words with white space beyond ASCII", "kept"),
  /** A word whose bytes are not UTF-8, for instance truncated within a character. */
  NOT_UTF8("words that are not UTF-8", "left out"),
  /** A word that an earlier tool has damaged. */
  REPLACEMENT_CHARACTER("words with U+FFFD, as damaged text has", "kept"),
  /** A vector of zeros, which has no cosine with any other. */
  ZERO_ROW("vectors of zeros", "left out"),
  /** NaN or an infinite value. */
  NOT_FINITE("vectors with NaN or infinite values", "left out"),
  /** A finite, but implausibly large value. */
  HUGE_VALUE("vectors with values beyond 1e10", "kept"),
  /** A vector far longer than usual. */
  LONG_VECTOR("vectors over 100 times the median length", "kept"),
  /** A vector far shorter than usual. */
  SHORT_VECTOR("vectors under 1/1000 of the median length", "kept"),
  /** A row of zeros in a FastText model, for a word of the vocabulary. */
  UNTRAINED_WORD("words whose own row is zeros", "kept"),
  /** A row of zeros in a FastText model, for n-grams. */
  UNTRAINED_NGRAMS("n-gram rows of zeros", "kept"),
  /**
   * A row of a FastText model with NaN or an infinite value, which spoils every vector that it is
   * part of.
   */
  NOT_FINITE_ROW("input rows with NaN or infinite values", "zeros take their place");

  private final String description;
  private final String remedy;

  ProblemKind(String description, String remedy) {
    this.description = description;
    this.remedy = remedy;
  }

  /** Returns a description of the problem, in the plural if it can be counted. */
  public String description() {
    return description;
  }

  /** Returns how a repaired copy handles the problem. */
  public String remedy() {
    return remedy;
  }
}
