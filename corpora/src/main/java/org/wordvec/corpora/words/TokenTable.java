package org.wordvec.corpora.words;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Counts tokens and numbers them from 0 in the order of their first appearance.
 *
 * <p>An open-addressing hash table with slots of three longs: the token's first and second eight
 * bytes, zero-padded, and its count and number. A token of up to 16 bytes, which is nearly every
 * word of every language, is found with one probe of one or two cache lines and two comparisons.
 * For a longer token the slot contains a 64-bit hash and its offset in a side store. Tokens contain
 * no NUL byte, so padding is unambiguous.
 *
 * <p>Not safe for use by several threads: each worker has its own table, and they are merged at the
 * end.
 */
public final class TokenTable {
  public static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int NUMBER_BITS = 28;
  private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;
  private static final long ONE = 1L << NUMBER_BITS;
  private static final long LONG_TOKEN = Long.MIN_VALUE;

  private static final long TOP_BITS = 0x8080808080808080L;
  private static final long EACH_BYTE = 0x0101010101010101L;

  private long[] slots;
  private int slotMask;
  private int size;
  private int[] slotOfNumber = new int[1 << 12];
  private byte[] store = new byte[1 << 10];
  private int stored;

  /**
   * Creates an empty table.
   *
   * @param expected expected number of distinct tokens
   */
  public TokenTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected) * 2 - 1) * 2;
    slots = new long[3 * capacity];
    slotMask = capacity - 1;
  }

  /** Returns the number of distinct tokens. */
  public int size() {
    return size;
  }

  /** Counts a token of up to 16 bytes, given as zero-padded words, and returns its number. */
  public int add(long first, long second) {
    long[] table = slots;
    int slot = hash(first, second) & slotMask;
    while (true) {
      int at = 3 * slot;
      long meta = table[at + 2];
      if (table[at] == first && table[at + 1] == second && meta > 0) {
        table[at + 2] = meta + ONE;
        return (int) (meta & NUMBER_MASK) - 1;
      }
      if (meta == 0) {
        return insert(slot, first, second, 0);
      }
      slot = (slot + 1) & slotMask;
    }
  }

  /** Counts a token of any length and returns its number. */
  public int add(byte[] bytes, int offset, int length) {
    if (length <= 16) {
      byte[] padded = new byte[16];
      System.arraycopy(bytes, offset, padded, 0, length);
      return add((long) WORD.get(padded, 0), (long) WORD.get(padded, 8));
    }
    return addLong(bytes, offset, length);
  }

  /** Adds a token of another table with its count, and returns its number here. */
  public int add(TokenTable other, int number) {
    int from = 3 * other.slotOfNumber[number];
    int own;
    if (other.slots[from + 2] < 0) {
      byte[] bytes = other.token(number);
      own = addLong(bytes, 0, bytes.length);
    } else {
      own = add(other.slots[from], other.slots[from + 1]);
    }
    addCount(own, other.count(number) - 1);
    return own;
  }

  /** Returns whether all bytes of a token are ASCII and none is an upper-case letter. */
  public boolean isPlain(int number) {
    int from = 3 * slotOfNumber[number];
    return slots[from + 2] > 0 && isPlain(slots[from]) && isPlain(slots[from + 1]);
  }

  /**
   * Returns whether no byte is A to Z or beyond ASCII: bytes of A to Z have their top bit set in
   * the first sum and not in the second.
   */
  private static boolean isPlain(long word) {
    long low = word & ~TOP_BITS;
    long upper = (low + (TOP_BITS - 'A' * EACH_BYTE)) & ~(low + (TOP_BITS - ('Z' + 1) * EACH_BYTE));
    return ((word | upper) & TOP_BITS) == 0;
  }

  /** Adds to the count of a known token. */
  public void addCount(int number, long count) {
    slots[3 * slotOfNumber[number] + 2] += count << NUMBER_BITS;
  }

  /** Returns the count of a token. */
  public long count(int number) {
    return (slots[3 * slotOfNumber[number] + 2] & ~LONG_TOKEN) >>> NUMBER_BITS;
  }

  /** Returns the bytes of a token. */
  public byte[] token(int number) {
    int at = 3 * slotOfNumber[number];
    if (slots[at + 2] < 0) {
      int offset = (int) slots[at + 1];
      return Arrays.copyOfRange(store, offset, offset + (int) (slots[at + 1] >>> 32));
    }
    byte[] padded = new byte[16];
    WORD.set(padded, 0, slots[at]);
    WORD.set(padded, 8, slots[at + 1]);
    int length = 16;
    while (length > 0 && padded[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(padded, length);
  }

  private int addLong(byte[] bytes, int offset, int length) {
    long hash = hash(bytes, offset, length);
    int slot = hash(hash, length) & slotMask;
    while (true) {
      int at = 3 * slot;
      long meta = slots[at + 2];
      if (meta < 0 && slots[at] == hash && equal(slots[at + 1], bytes, offset, length)) {
        slots[at + 2] = meta + ONE;
        return (int) (meta & NUMBER_MASK) - 1;
      }
      if (meta == 0) {
        return insert(slot, hash, keep(bytes, offset, length), LONG_TOKEN);
      }
      slot = (slot + 1) & slotMask;
    }
  }

  private boolean equal(long place, byte[] bytes, int offset, int length) {
    int stored = (int) place;
    return place >>> 32 == length
        && Arrays.equals(store, stored, stored + length, bytes, offset, offset + length);
  }

  private long keep(byte[] bytes, int offset, int length) {
    if (stored + (long) length > store.length) {
      long grown = Math.max(2L * store.length, stored + (long) length);
      if (grown > Integer.MAX_VALUE - 16) {
        throw new IllegalStateException("the distinct words longer than 16 bytes exceed 2 GiB");
      }
      store = Arrays.copyOf(store, (int) grown);
    }
    System.arraycopy(bytes, offset, store, stored, length);
    long place = (long) length << 32 | stored;
    stored += length;
    return place;
  }

  private int insert(int slot, long first, long second, long kind) {
    if (size + 1L >= NUMBER_MASK) {
      throw new IllegalStateException("the corpus has more than " + size + " distinct words");
    }
    int number = size++;
    int at = 3 * slot;
    slots[at] = first;
    slots[at + 1] = second;
    slots[at + 2] = kind | ONE | number + 1;
    if (number == slotOfNumber.length) {
      slotOfNumber = Arrays.copyOf(slotOfNumber, 2 * number);
    }
    slotOfNumber[number] = slot;
    if (2 * size > slotMask) {
      grow();
    }
    return number;
  }

  private void grow() {
    long[] old = slots;
    int capacity = 2 * (slotMask + 1);
    if (3L * capacity > Integer.MAX_VALUE - 16) {
      throw new IllegalStateException("the corpus has more than " + size + " distinct words");
    }
    slots = new long[3 * capacity];
    slotMask = capacity - 1;
    for (int number = 0; number < size; number++) {
      int from = 3 * slotOfNumber[number];
      boolean isLong = old[from + 2] < 0;
      long second = isLong ? old[from + 1] >>> 32 : old[from + 1];
      int slot = hash(old[from], second) & slotMask;
      while (slots[3 * slot + 2] != 0) {
        slot = (slot + 1) & slotMask;
      }
      System.arraycopy(old, from, slots, 3 * slot, 3);
      slotOfNumber[number] = slot;
    }
  }

  private static int hash(long first, long second) {
    long hash = (first ^ Long.rotateLeft(second * 0xC2B2AE3D27D4EB4FL, 31)) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32 ^ hash >>> 17);
  }

  private static long hash(byte[] bytes, int offset, int length) {
    long hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001B3L;
    }
    return hash ^ hash >>> 29;
  }
}
