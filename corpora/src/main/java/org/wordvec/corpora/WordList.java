package org.wordvec.corpora;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list of words with look-up in both directions, kept as UTF-8 bytes.
 *
 * <p>Ten million words cost their bytes plus 4 bytes a word for the offsets and 8 to 16 for the
 * index, which is built at the first look-up. Where a word occurs twice, the look-up answers with
 * its first place. Safe for use by several threads.
 */
public final class WordList {
  private final byte[] utf8;
  private final int[] ends;
  private volatile int @Nullable [] index;

  private WordList(byte[] utf8, int[] ends) {
    this.utf8 = utf8;
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

  /** Number of words. */
  public int size() {
    return ends.length;
  }

  /**
   * The word with this id, 0-based.
   *
   * @throws IndexOutOfBoundsException if the id is outside the list
   */
  public String word(int id) {
    return new String(utf8, start(id), length(id), StandardCharsets.UTF_8);
  }

  /** The id of a word, or -1 if the list does not have it. */
  public int indexOf(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    return indexOf(bytes, 0, bytes.length);
  }

  /** The id of the word with these UTF-8 bytes, or -1. */
  public int indexOf(byte[] bytes, int offset, int length) {
    int[] slots = index();
    int mask = slots.length - 1;
    for (int slot = hash(bytes, offset, length) & mask; ; slot = (slot + 1) & mask) {
      int id = slots[slot] - 1;
      if (id < 0) {
        return -1;
      }
      if (Arrays.equals(utf8, start(id), ends[id], bytes, offset, offset + length)) {
        return id;
      }
    }
  }

  /** A copy of a word's UTF-8 bytes. */
  public byte[] utf8(int id) {
    return Arrays.copyOfRange(utf8, start(id), ends[id]);
  }

  /** Number of UTF-8 bytes of a word. */
  public int length(int id) {
    return ends[id] - start(id);
  }

  /**
   * Compares two words of the list by their bytes, which is also the order of their code points.
   */
  int compare(int left, int right) {
    return Arrays.compareUnsigned(utf8, start(left), ends[left], utf8, start(right), ends[right]);
  }

  /** The words at the given ids, in that order. */
  WordList select(int[] ids) {
    Builder builder = new Builder();
    for (int id : ids) {
      builder.add(utf8, start(id), length(id));
    }
    return builder.build();
  }

  private int start(int id) {
    return id == 0 ? 0 : ends[id - 1];
  }

  private int[] index() {
    int[] slots = index;
    if (slots == null) {
      slots = buildIndex();
      index = slots;
    }
    return slots;
  }

  private int[] buildIndex() {
    int capacity = Integer.highestOneBit(Math.max(8, Math.min(size(), 1 << 29)) * 2 - 1) << 1;
    int[] slots = new int[Math.max(capacity, 16)];
    int mask = slots.length - 1;
    for (int id = 0; id < size(); id++) {
      int slot = hash(utf8, start(id), length(id)) & mask;
      while (slots[slot] != 0 && !equal(slots[slot] - 1, id)) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] == 0) {
        slots[slot] = id + 1;
      }
    }
    return slots;
  }

  private boolean equal(int left, int right) {
    return Arrays.equals(utf8, start(left), ends[left], utf8, start(right), ends[right]);
  }

  private static int hash(byte[] bytes, int offset, int length) {
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = hash * 31 + bytes[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
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
      return new WordList(Arrays.copyOf(utf8, used), Arrays.copyOf(ends, size));
    }

    private static int grown(int capacity, int needed) {
      long doubled = Math.min(2L * capacity, Integer.MAX_VALUE - 16);
      return (int) Math.max(doubled, needed);
    }
  }
}
