package org.wordvec.corpora;

/**
 * A stretch of one source's text that ends where a token ends, in a buffer that its worker reuses.
 *
 * <p>Behind the text stand {@value #PADDING} line feeds, so that a scanner may read whole words of
 * eight bytes and always meets a separator.
 */
final class TextBlock {
  /** Readable bytes behind the text. */
  static final int PADDING = 16;

  final byte[] bytes;
  int length;
  long sequence;
  long offset;
  String source = "";

  TextBlock(int capacity) {
    bytes = new byte[capacity + PADDING];
  }

  int capacity() {
    return bytes.length - PADDING;
  }

  /** Says what is wrong with a byte of the text. */
  CorpusException failure(int at, String what) {
    return new CorpusException("%s: byte %d: %s".formatted(source, offset + at, what));
  }
}
