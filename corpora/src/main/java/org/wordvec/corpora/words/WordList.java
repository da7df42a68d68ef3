package org.wordvec.corpora.words;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.text.Utf8;

/**
 * An immutable list of words with look-up in both directions, kept as UTF-8 bytes: on the heap, or
 * where they lie in a mapped file.
 *
 * <p>Ten million words cost their bytes (on the heap) plus 4 bytes a word for the offsets. The
 * first look-ups go through the list, since a program may ask but once; then an index of 8 to 16
 * bytes a word is built. Where a word occurs twice, the look-up answers with its first place. Safe
 * for use by several threads.
 */
public abstract sealed class WordList permits HeapWords, MappedWords {
  /** Going through the list a few times costs less than an index. */
  private static final int LOOKUPS_WITHOUT_INDEX = 8;

  /**
   * What a hash is multiplied by, another one in each process: for one that is known, a file could
   * be made whose words all have the same hash. Whatever it is, no answer depends on it.
   */
  private static final int MULTIPLIER = ThreadLocalRandom.current().nextInt() << 3 | 5;

  private final int[] ends;
  private volatile int @Nullable [] index;
  private final AtomicInteger lookups = new AtomicInteger();

  /** The bytes of word {@code id} are those from {@code ends[id - 1]} to {@code ends[id]}. */
  WordList(int[] ends) {
    this.ends = ends;
  }

  /** The given words, in their order. */
  public static WordList of(Collection<String> words) {
    Builder builder = new Builder();
    for (String word : words) {
      builder.add(word);
    }
    return builder.build();
  }

  /**
   * Words that stay where they are, {@code gap} bytes between one and the next: the values or the
   * length that a file has there.
   *
   * @param bytes begins with the first word; must live as long as the list is used
   * @param gap bytes between two words
   * @param ends for each word the bytes of all words up to and with it, gaps not counted; not
   *     copied
   * @throws IllegalArgumentException if the ends fall, or the last word is not within the bytes
   */
  public static WordList mapped(MemorySegment bytes, long gap, int[] ends) {
    return new MappedWords(bytes, gap, ends, null);
  }

  /**
   * The same, and for each word its {@link #hash}, so that the search for a word leaves the file
   * alone where others are.
   *
   * @param hashes not copied
   */
  public static WordList mapped(MemorySegment bytes, long gap, int[] ends, int[] hashes) {
    return new MappedWords(bytes, gap, ends, hashes);
  }

  /**
   * The hash of a word that goes on with this byte, by the hash of what is before it; 0 first.
   * Another one in each process.
   */
  public static int hash(int before, byte next) {
    return before * MULTIPLIER + next;
  }

  /** Number of words. */
  public final int size() {
    return ends.length;
  }

  /**
   * The word with this id, 0-based.
   *
   * @throws IndexOutOfBoundsException if the id is outside the list
   */
  public final String word(int id) {
    return new String(utf8(id), StandardCharsets.UTF_8);
  }

  /**
   * The id of a word, or -1 if the list does not have it. A word whose bytes are not UTF-8 is also
   * found by what {@link #word} makes of them.
   */
  public final int indexOf(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    int id = indexOf(bytes, 0, bytes.length);
    return id < 0 && word.indexOf(Utf8.REPLACEMENT) >= 0 ? firstShownAs(word) : id;
  }

  private int firstShownAs(String word) {
    for (int id = 0; id < ends.length; id++) {
      if (word(id).equals(word)) {
        return id;
      }
    }
    return -1;
  }

  /** The words that stand in an earlier place as well. */
  public final BitSet repeated() {
    BitSet repeated = new BitSet();
    long[] shared = SharedHashes.places(hashes());
    int first = 0;
    for (int i = 1; i < shared.length; i++) {
      if (SharedHashes.hash(shared[i]) != SharedHashes.hash(shared[first])) {
        first = i;
      }
      int id = SharedHashes.place(shared[i]);
      for (int earlier = first; earlier < i && !repeated.get(id); earlier++) {
        if (areEqual(SharedHashes.place(shared[earlier]), id)) {
          repeated.set(id);
        }
      }
    }
    return repeated;
  }

  /** The id of the word with these UTF-8 bytes, or -1. */
  public final int indexOf(byte[] bytes, int offset, int length) {
    int[] slots = index;
    if (slots == null) {
      if (lookups.getAndIncrement() < LOOKUPS_WITHOUT_INDEX) {
        return walk(bytes, offset, length);
      }
      slots = buildIndex();
      index = slots;
    }
    int mask = slots.length - 1;
    for (int slot = mixed(hash(bytes, offset, length)) & mask; ; slot = (slot + 1) & mask) {
      int id = slots[slot] - 1;
      if (id < 0 || equals(id, bytes, offset, length)) {
        return id;
      }
    }
  }

  /** A copy of a word's UTF-8 bytes. */
  public abstract byte[] utf8(int id);

  /** Copies a word's UTF-8 bytes to a place and answers where they end. */
  public final int copyUtf8(int id, byte[] target, int place) {
    byte[] word = utf8(id);
    System.arraycopy(word, 0, target, place, word.length);
    return place + word.length;
  }

  /** Number of UTF-8 bytes of a word. */
  public final int length(int id) {
    return ends[id] - start(id);
  }

  /**
   * Compares two words of the list by their bytes, which is also the order of their code points.
   */
  int compare(int left, int right) {
    return Arrays.compareUnsigned(utf8(left), utf8(right));
  }

  /** The words at the given ids, in that order. */
  final WordList select(int[] ids) {
    Builder builder = new Builder();
    for (int id : ids) {
      byte[] word = utf8(id);
      builder.add(word, 0, word.length);
    }
    return builder.build();
  }

  /** Whether a word has these bytes; its length is known to be the same. */
  abstract boolean matches(int id, byte[] bytes, int offset, int length);

  /** Bytes of all words before this one. */
  final int start(int id) {
    return id == 0 ? 0 : ends[id - 1];
  }

  final int end(int id) {
    return ends[id];
  }

  private boolean equals(int id, byte[] bytes, int offset, int length) {
    return length(id) == length && matches(id, bytes, offset, length);
  }

  /** The first place of a word, found without an index; -1 if there is none. */
  int walk(byte[] bytes, int offset, int length) {
    int start = 0;
    for (int id = 0; id < ends.length; id++) {
      int end = ends[id];
      if (end - start == length && matches(id, bytes, offset, length)) {
        return id;
      }
      start = end;
    }
    return -1;
  }

  private int[] buildIndex() {
    int capacity = Integer.highestOneBit(Math.max(8, Math.min(size(), 1 << 29)) * 2 - 1) << 1;
    int[] slots = new int[Math.max(capacity, 16)];
    int mask = slots.length - 1;
    for (int id = 0; id < ends.length; id++) {
      int slot = mixed(hash(id)) & mask;
      while (slots[slot] != 0 && !areEqual(slots[slot] - 1, id)) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        slots[slot] = id + 1;
      }
    }
    return slots;
  }

  private boolean areEqual(int left, int right) {
    int length = length(right);
    if (length(left) != length || hash(left) != hash(right)) {
      return false;
    }
    return matches(left, utf8(right), 0, length);
  }

  /** The {@linkplain #hash(int, byte) hash} of a word. */
  abstract int hash(int id);

  /** The hashes of all words; not to be changed. */
  int[] hashes() {
    int[] hashes = new int[ends.length];
    Arrays.setAll(hashes, this::hash);
    return hashes;
  }

  static int hash(byte[] bytes, int offset, int length) {
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = hash(hash, bytes[i]);
    }
    return hash;
  }

  /** The bits of a hash, each of which depends on many. */
  static int mixed(int hash) {
    int product = hash * 0x9E3779B9;
    return product ^ product >>> 15;
  }

  /** Collects words in order. Not safe for use by several threads. */
  public static final class Builder {
    private byte[] utf8 = new byte[1 << 12];
    private int[] ends = new int[1 << 9];
    private int size;
    private int used;

    /** Begins with no words. */
    public Builder() {}

    /** Appends a word. */
    public Builder add(String word) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      return add(bytes, 0, bytes.length);
    }

    /**
     * Appends the word with these UTF-8 bytes.
     *
     * @throws IllegalStateException if all words together exceed 2 GiB
     */
    public Builder add(byte[] bytes, int offset, int length) {
      if (used > Integer.MAX_VALUE - 64 - length) {
        throw new IllegalStateException("the words of one list exceed 2 GiB");
      }
      if (used + length > utf8.length) {
        utf8 = Arrays.copyOf(utf8, grown(utf8.length, used + length));
      }
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, grown(ends.length, size + 1));
      }
      System.arraycopy(bytes, offset, utf8, used, length);
      used += length;
      ends[size++] = used;
      return this;
    }

    /** Number of words so far. */
    public int size() {
      return size;
    }

    /** The list of what was added; the builder can go on. */
    public WordList build() {
      return new HeapWords(Arrays.copyOf(utf8, used), Arrays.copyOf(ends, size));
    }

    private static int grown(int capacity, int needed) {
      long doubled = Math.min(2L * capacity, Integer.MAX_VALUE - 16);
      return (int) Math.max(doubled, needed);
    }
  }
}
