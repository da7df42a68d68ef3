package org.wordvec.corpora.reading;

import java.nio.charset.Charset;

/** Thrown if bytes are malformed in the encoding of a text. */
public final class UndecodableTextException extends TextFileException {
  private static final long serialVersionUID = 1;

  private final String problem;
  private final String encoding;
  private final long start;
  private final byte[] sample;

  /**
   * Creates an exception.
   *
   * @param problem the position and what is wrong there
   * @param remedy what the user can do
   * @param charset encoding used for decoding
   * @param start offset of the sample in the text
   * @param sample bytes around the position, from which the encoding may be detected
   */
  public UndecodableTextException(
      String problem, String remedy, Charset charset, long start, byte[] sample) {
    super(problem + "; " + remedy);
    this.problem = problem;
    this.encoding = charset.name();
    this.start = start;
    this.sample = sample.clone();
  }

  /** Returns the position and what is wrong there, without the remedy. */
  public String problem() {
    return problem;
  }

  /** Returns the encoding used for decoding. */
  public Charset charset() {
    return Charset.forName(encoding);
  }

  /** Returns the offset of the sample in the text. */
  public long start() {
    return start;
  }

  /** Returns bytes around the position, from which the encoding may be detected. */
  public byte[] sample() {
    return sample.clone();
  }
}
