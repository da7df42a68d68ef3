package org.wordvec.corpora.words;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.text.Utf8;

/**
 * An immutable list of words with look-up in both directions, stored as UTF-8 on the heap or in a
 * mapped file.
 *
 * <p>Memory: the bytes of the words (on the heap) plus 4 bytes per word for offsets. The first
 * look-ups scan the list, as a program may need only one; then an index of 8 to 16 bytes per word
 * is built. If a word occurs more than once, the look-up returns its first id. Safe for use by
 * several threads.
 */
public abstract sealed class WordList permits HeapWords, MappedWords {
  /** Number of look-ups that scan the list: a few scans cost less than an index. */
  private static final int LOOKUPS_WITHOUT_INDEX = 8;

  /**
   * Multiplier of hashes, random in each process: for a known one, a file could be crafted whose
   * words all have the same hash. No result depends on it.
   */
  private static final int MULTIPLIER = ThreadLocalRandom.current().nextInt() << 3 | 5;

  private final int[] ends;
  private volatile int @Nullable [] index;
  private volatile int @Nullable [] malformed;
  private final AtomicInteger lookups = new AtomicInteger();

  /**
   * Creates a list in which the bytes of word {@code id} are those from {@code ends[id - 1]} to
   * {@code ends[id]}.
   */
  WordList(int[] ends) {
    this.ends = ends;
  }

  /** Creates a list of the given words, in their order. */
  public static WordList of(Collection<String> words) {
    Builder builder = new Builder();
    for (String word : words) {
      builder.add(word);
    }
    return builder.build();
  }

  /**
   * Creates a list of words in a mapped file, which are not copied.
   *
   * @param bytes memory that begins with the first word; must be accessible as long as the list is
   *     used
   * @param gap number of bytes between two words, such as the values of a row
   * @param ends for each word the total length in bytes of all words up to and including it,
   *     without gaps; not copied
   * @throws IllegalArgumentException if the ends decrease, or the last word is not within the bytes
   */
  public static WordList mapped(MemorySegment bytes, long gap, int[] ends) {
    return new MappedWords(bytes, gap, ends, null);
  }

  /**
   * Creates a list of words in a mapped file with known hashes, so that a look-up reads only
   * matching words from the file.
   *
   * @param hashes {@link #hash} of each word; not copied
   */
  public static WordList mapped(MemorySegment bytes, long gap, int[] ends, int[] hashes) {
    return new MappedWords(bytes, gap, ends, hashes);
  }

  /**
   * Returns the hash of a word from the hash of all bytes but the last, which is 0 for none.
   * Differs between processes.
   */
  public static int hash(int before, byte next) {
    return before * MULTIPLIER + next;
  }

  /** Returns the number of words. */
  public final int size() {
    return ends.length;
  }

  /**
   * Returns the word with an id.
   *
   * @param id from 0 to {@link #size()} − 1
   * @throws IndexOutOfBoundsException if the id is out of range
   */
  public final String word(int id) {
    return new String(utf8(id), StandardCharsets.UTF_8);
  }

  /**
   * Returns the id of a word, or -1 if the list does not contain it. A word whose bytes are not
   * UTF-8 is also found by the result of {@link #word}.
   */
  public final int indexOf(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    int id = indexOf(bytes, 0, bytes.length);
    return id < 0 && word.indexOf(Utf8.REPLACEMENT) >= 0 ? firstShownAs(word) : id;
  }

  private int firstShownAs(String word) {
    for (int id : malformed()) {
      if (word(id).equals(word)) {
        return id;
      }
    }
    return -1;
  }

  /** Returns the ids of words that are shown with a replacement character, found once. */
  private int[] malformed() {
    int[] found = malformed;
    if (found == null) {
      found =
          IntStream.range(0, ends.length)
              .filter(id -> word(id).indexOf(Utf8.REPLACEMENT) >= 0)
              .toArray();
      malformed = found;
    }
    return found;
  }

  /** Returns the ids of words that have an earlier id as well. */
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

  /** Returns the id of the word with these UTF-8 bytes, or -1. */
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

  /** Returns a copy of a word's UTF-8 bytes. */
  public abstract byte[] utf8(int id);

  /** Copies a word's UTF-8 bytes to an index of an array and returns the index after them. */
  public final int copyUtf8(int id, byte[] target, int place) {
    byte[] word = utf8(id);
    System.arraycopy(word, 0, target, place, word.length);
    return place + word.length;
  }

  /** Returns the number of UTF-8 bytes of a word. */
  public final int length(int id) {
    return ends[id] - start(id);
  }

  /** Compares two words of the list by their bytes, which is the order of their code points. */
  int compare(int left, int right) {
    return Arrays.compareUnsigned(utf8(left), utf8(right));
  }

  /** Returns the words at the given ids, in that order. */
  public final WordList select(int[] ids) {
    Builder builder = new Builder();
    for (int id : ids) {
      byte[] word = utf8(id);
      builder.add(word, 0, word.length);
    }
    return builder.build();
  }

  /** Returns whether a word of the same length has these bytes. */
  abstract boolean matches(int id, byte[] bytes, int offset, int length);

  /** Returns the total length in bytes of all words before this one. */
  final int start(int id) {
    return id == 0 ? 0 : ends[id - 1];
  }

  final int end(int id) {
    return ends[id];
  }

  private boolean equals(int id, byte[] bytes, int offset, int length) {
    return length(id) == length && matches(id, bytes, offset, length);
  }

  /** Returns the first id of a word, found by scanning the list; -1 if there is none. */
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

  /** Returns the {@linkplain #hash(int, byte) hash} of a word. */
  abstract int hash(int id);

  /** Returns the hashes of all words; must not be modified. */
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

  /** Returns a hash in which each bit depends on many bits of the given one. */
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

    /** Creates an empty builder. */
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

    /** Returns the number of words so far. */
    public int size() {
      return size;
    }

    /** Returns a list of the words added so far; the builder can be used further. */
    public WordList build() {
      return new HeapWords(Arrays.copyOf(utf8, used), Arrays.copyOf(ends, size));
    }

    private static int grown(int capacity, int needed) {
      long doubled = Math.min(2L * capacity, Integer.MAX_VALUE - 16);
      return (int) Math.max(doubled, needed);
    }
  }
}
