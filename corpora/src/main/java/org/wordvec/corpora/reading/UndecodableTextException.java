package org.wordvec.corpora.reading;

import java.nio.charset.Charset;

/** Bytes are not text in the encoding that they were read in. */
public final class UndecodableTextException extends TextFileException {
  private static final long serialVersionUID = 1;

  private final String problem;
  private final String encoding;
  private final long start;
  private final byte[] sample;

  /**
   * With what the user reads.
   *
   * @param problem where it is, and what is wrong
   * @param remedy what would go on
   * @param charset the encoding that the bytes were read in
   * @param start where in the text the sample begins
   * @param sample bytes around the place, from which the encoding may be told
   */
  public UndecodableTextException(
      String problem, String remedy, Charset charset, long start, byte[] sample) {
    super(problem + "; " + remedy);
    this.problem = problem;
    this.encoding = charset.name();
    this.start = start;
    this.sample = sample.clone();
  }

  /** Returns where it is and what is wrong, without what would go on. */
  public String problem() {
    return problem;
  }

  /** Returns the encoding that the bytes were read in. */
  public Charset charset() {
    return Charset.forName(encoding);
  }

  /** Returns where in the text the sample begins. */
  public long start() {
    return start;
  }

  /** Returns bytes around the place, from which the encoding may be told. */
  public byte[] sample() {
    return sample.clone();
  }
}
