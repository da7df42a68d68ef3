package org.wordvec.corpora.reading;

/** Bytes are not text in the encoding that they were read in. */
public final class UndecodableTextException extends TextFileException {
  private static final long serialVersionUID = 1;

  private final String problem;
  private final byte[] sample;

  /**
   * With what the user reads.
   *
   * @param problem where it is, and what is wrong
   * @param remedy what would go on
   * @param sample bytes around the place, from which the encoding may be told
   */
  public UndecodableTextException(String problem, String remedy, byte[] sample) {
    super(problem + "; " + remedy);
    this.problem = problem;
    this.sample = sample.clone();
  }

  /** Returns where it is and what is wrong, without what would go on. */
  public String problem() {
    return problem;
  }

  /** Returns bytes around the place, from which the encoding may be told. */
  public byte[] sample() {
    return sample.clone();
  }
}
