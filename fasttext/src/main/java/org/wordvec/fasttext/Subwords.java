package org.wordvec.fasttext;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;

/**
 * The character n-grams of a word, and the bucket of each (Bojanowski et al. 2017,
 * arXiv:1607.04606, section 3.2).
 *
 * <p>A word is written between {@code <} and {@code >}; its n-grams are all runs of {@code
 * minimumLength} to {@code maximumLength} code points of that, without the single {@code <} and
 * {@code >} at its ends. An n-gram's bucket is the 32-bit FNV-1a hash of its UTF-8 bytes, modulo
 * the number of buckets. As in fastText each byte is extended with its sign, where FNV-1a takes it
 * as unsigned: its files depend on that. The word {@code </s>}, fastText's end of a line, has no
 * n-grams.
 *
 * @param minimumLength code points of the shortest n-gram
 * @param maximumLength code points of the longest; 0 for words without n-grams, and then all three
 *     numbers become 0, as in fastText's files
 * @param buckets rows that all n-grams share
 */
public record Subwords(int minimumLength, int maximumLength, int buckets) {
  /** fastText's {@code -minn}. */
  public static final int DEFAULT_MINIMUM_LENGTH = 3;

  /** fastText's {@code -maxn}. */
  public static final int DEFAULT_MAXIMUM_LENGTH = 6;

  /** fastText's {@code -bucket}. */
  public static final int DEFAULT_BUCKETS = 2_000_000;

  /** No n-grams. */
  public static final Subwords NONE = new Subwords(0, 0, 0);

  private static final int LONGEST = 1_000;
  private static final int MOST_BUCKETS = 1 << 30;
  private static final int HASH_START = 0x811C9DC5;
  private static final int HASH_PRIME = 0x01000193;
  private static final byte[] END_OF_SENTENCE = "</s>".getBytes(UTF_8);

  /** Receives the n-grams of a word. */
  @FunctionalInterface
  interface Visitor {
    /** Receives an n-gram: the bytes of {@code text} from one index up to another. */
    void visit(byte[] text, int from, int to, int bucket);
  }

  /**
   * Checks the lengths and the buckets.
   *
   * @throws IllegalArgumentException naming the first that is out of range
   */
  public Subwords {
    if (maximumLength < 0 || maximumLength > LONGEST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the greatest n-gram length must be 0 (no n-grams) to %d, not %d",
              LONGEST,
              maximumLength));
    }
    if (maximumLength == 0) {
      minimumLength = 0;
      buckets = 0;
    } else if (minimumLength < 1 || minimumLength > maximumLength) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the least n-gram length must be 1 to the greatest, %d, not %d",
              maximumLength,
              minimumLength));
    } else if (buckets < 1 || buckets > MOST_BUCKETS) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "buckets must be 1 to %d, not %d", MOST_BUCKETS, buckets));
    }
  }

  /** Returns the number of n-grams of a word, those that occur twice counted twice. */
  int count(byte[] word) {
    int[] count = {0};
    forEach(word, (text, from, to, bucket) -> count[0]++);
    return count[0];
  }

  /** Visits the n-grams of a word in fastText's order: by their beginning, shorter ones first. */
  void forEach(byte[] word, Visitor visitor) {
    if (maximumLength == 0 || Arrays.equals(word, END_OF_SENTENCE)) {
      return;
    }
    byte[] text = new byte[word.length + 2];
    text[0] = '<';
    System.arraycopy(word, 0, text, 1, word.length);
    text[word.length + 1] = '>';
    for (int from = 0; from < text.length; from++) {
      if (!continues(text[from])) {
        visitFrom(from, text, visitor);
      }
    }
  }

  private void visitFrom(int from, byte[] text, Visitor visitor) {
    int hash = HASH_START;
    int to = from;
    for (int length = 1; length <= maximumLength && to < text.length; length++) {
      do {
        hash = (hash ^ text[to++]) * HASH_PRIME;
      } while (to < text.length && continues(text[to]));
      boolean single = length == 1 && (from == 0 || to == text.length);
      if (length >= minimumLength && !single) {
        visitor.visit(text, from, to, Integer.remainderUnsigned(hash, buckets));
      }
    }
  }

  /** Returns whether a byte continues a code point that began before it. */
  private static boolean continues(byte utf8) {
    return (utf8 & 0xC0) == 0x80;
  }
}
