package org.wordvec.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Damages a file reproducibly: truncations, flipped bits and absurd numbers at its beginning,
 * absurd numbers in text, and random changes from a seed.
 */
final class FileMutation {
  /** Bytes at the beginning that contain headers; similar rows follow. */
  private static final int HEADER = 200;

  private static final long[] ABSURD = {
    -1,
    0,
    1,
    2,
    100_001,
    Short.MAX_VALUE,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE - 8L,
    1L << 32,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MAX_VALUE / 4 + 1
  };
  private static final List<String> ABSURD_TEXT =
      List.of(
          "0",
          "-1",
          "1",
          "2147483647",
          "2147483648",
          "-2147483648",
          "4294967296",
          "9223372036854775807",
          "-9223372036854775808",
          "99999999999999999999999999",
          "1e400",
          "nan",
          "-inf",
          "0x10",
          "",
          "1".repeat(300));
  private static final int[] FLOATS = {
    0x7fc00000, 0xffc00001, 0x7f800000, 0xff800000, 0x7f7fffff, 1, 0x80000000, 0
  };
  private static final byte[][] BYTES = {
    {(byte) 0xff, (byte) 0xfe},
    {(byte) 0xc3},
    {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
    {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
    {0},
    {'\n'},
    {'\r'},
    {' '},
    {'\t'},
    {'"'},
    {'{'},
    {'['},
    {'<'},
    {'&'},
    {'\\'},
    {'\n', '\n', '\n', '\n'},
    {' ', ' ', ' ', ' '}
  };
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(e-?\\d+)?");

  private final byte[] original;
  private final byte[] other;
  private final List<MatchResult> numbers;

  /** Creates mutations of a file; parts of another file of the same kind may be inserted. */
  FileMutation(byte[] original, byte[] other) {
    this.original = original;
    this.other = other;
    this.numbers =
        NUMBER
            .matcher(new String(original, StandardCharsets.ISO_8859_1))
            .results()
            .limit(100)
            .toList();
  }

  /**
   * Returns mutated file number {@code index} of {@code count}: the first half samples the
   * systematic mutations evenly, the rest is random.
   */
  byte[] number(int index, int count) {
    long listed = (long) cuts() + bits() + integers() + texts() + values();
    long half = Math.min(listed, Math.max(1, count / 2));
    return index < half ? listed((int) (index * listed / half)) : drawn(new Random(index));
  }

  private int cuts() {
    return Math.min(original.length, 2000);
  }

  private int bits() {
    return 8 * Math.min(original.length, HEADER);
  }

  private int integers() {
    return 2 * ABSURD.length * Math.min(Math.max(0, original.length - 8), HEADER);
  }

  private int texts() {
    return numbers.size() * ABSURD_TEXT.size();
  }

  /** Returns positions where NaN or infinity may be written. */
  private int values() {
    return 2 * Math.min(Math.max(0, original.length - 4), 1000);
  }

  private byte[] listed(int number) {
    int left = number;
    if (left < cuts()) {
      return Arrays.copyOf(original, (int) ((long) left * original.length / cuts()));
    }
    left -= cuts();
    byte[] copy = original.clone();
    if (left < bits()) {
      copy[left / 8] ^= (byte) (1 << left % 8);
      return copy;
    }
    left -= bits();
    if (left < integers()) {
      ByteBuffer buffer = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
      int place = left / (2 * ABSURD.length);
      long value = ABSURD[left / 2 % ABSURD.length];
      if (left % 2 == 0) {
        buffer.putInt(place, (int) value);
      } else {
        buffer.putLong(place, value);
      }
      return copy;
    }
    left -= integers();
    if (left < values()) {
      int place = (int) ((long) left / 2 * (original.length - 4) / (values() / 2));
      ByteBuffer.wrap(copy)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putFloat(place, left % 2 == 0 ? Float.NaN : Float.NEGATIVE_INFINITY);
      return copy;
    }
    left -= values();
    MatchResult found = numbers.get(left / ABSURD_TEXT.size());
    byte[] text = ABSURD_TEXT.get(left % ABSURD_TEXT.size()).getBytes(StandardCharsets.US_ASCII);
    return replaced(original, found.start(), found.end(), text);
  }

  private byte[] drawn(Random random) {
    byte[] bytes = original;
    for (int steps = 1 + random.nextInt(4); steps > 0; steps--) {
      bytes = bytes.length == 0 ? other : step(bytes, random);
    }
    return bytes;
  }

  private byte[] step(byte[] bytes, Random random) {
    int from = place(bytes, random);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 4 : 40));
    byte[] special = BYTES[random.nextInt(BYTES.length)];
    return switch (random.nextInt(12)) {
      case 0 -> replaced(bytes, from, from + 1, new byte[] {(byte) random.nextInt(256)});
      case 1 ->
          replaced(
              bytes, from, from + 1, new byte[] {(byte) (bytes[from] ^ 1 << random.nextInt(8))});
      case 2 -> replaced(bytes, from, from, special);
      case 3 -> replaced(bytes, from, from + 1, special);
      case 4 -> replaced(bytes, from, to, new byte[0]);
      case 5 -> replaced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
      case 6 -> {
        int place = place(bytes, random);
        byte[] part = Arrays.copyOfRange(bytes, from, to);
        yield replaced(bytes, place, Math.min(bytes.length, place + part.length), part);
      }
      case 7 -> replaced(bytes, from, bytes.length, tail(random));
      case 8 -> replaced(bytes, from, Math.min(bytes.length, from + 4), floats(random));
      case 9 -> replaced(bytes, bytes.length, bytes.length, special);
      case 10 -> line(bytes, from);
      default -> {
        byte[] number =
            ABSURD_TEXT.get(random.nextInt(ABSURD_TEXT.size())).getBytes(StandardCharsets.US_ASCII);
        yield replaced(bytes, from, Math.min(bytes.length, from + number.length), number);
      }
    };
  }

  /** Returns a random position, more often near the beginning, where headers are. */
  private static int place(byte[] bytes, Random random) {
    return random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, HEADER));
  }

  private byte[] tail(Random random) {
    return Arrays.copyOfRange(other, random.nextInt(other.length), other.length);
  }

  private static byte[] floats(Random random) {
    return ByteBuffer.allocate(4)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(FLOATS[random.nextInt(FLOATS.length)])
        .array();
  }

  /** Duplicates a line with its word. */
  private static byte[] line(byte[] bytes, int within) {
    List<Integer> breaks = new ArrayList<>();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        breaks.add(i + 1);
      }
    }
    int from = breaks.stream().filter(end -> end <= within).reduce(0, (one, two) -> two);
    int to = breaks.stream().filter(end -> end > within).findFirst().orElse(bytes.length);
    return replaced(bytes, to, to, Arrays.copyOfRange(bytes, from, to));
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] result = new byte[bytes.length - (to - from) + by.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(by, 0, result, from, by.length);
    System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
    return result;
  }
}
