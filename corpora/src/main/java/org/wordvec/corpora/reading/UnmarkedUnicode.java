package org.wordvec.corpora.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Detects UTF-16 and UTF-32 without a byte order mark. */
final class UnmarkedUnicode {
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

  /**
   * Minimum share of control characters: in UTF-16 whose bytes are all ASCII, nearly half are the
   * NUL of Latin letters or the 0x04 of Cyrillic ones; in damaged text there are few.
   */
  private static final double LEAST_CONTROLS = 0.25;

  private UnmarkedUnicode() {}

  /**
   * Returns the detected encoding, or nothing. Single-byte text with an occasional NUL is not
   * detected.
   *
   * @param beginning first bytes of the text
   */
  static Optional<Charset> detect(byte[] beginning) {
    if (beginning.length < Integer.BYTES || !holdsNul(beginning)) {
      return Optional.empty();
    }
    if (isUtf32(beginning, ByteOrder.LITTLE_ENDIAN)) {
      return Optional.of(UTF_32LE);
    }
    if (isUtf32(beginning, ByteOrder.BIG_ENDIAN)) {
      return Optional.of(UTF_32BE);
    }
    if (looksLikeAscii(beginning)) {
      return Optional.empty();
    }
    ByteOrder order = utf16Order(beginning);
    return common(beginning, order) > 0 && isUtf16(beginning, order)
        ? Optional.of(utf16(beginning))
        : Optional.empty();
  }

  /** Returns UTF-16 in the byte order that yields more spaces, line feeds and the like. */
  static Charset utf16(byte[] beginning) {
    return utf16Order(beginning) == ByteOrder.BIG_ENDIAN
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_16LE;
  }

  /** Returns UTF-32 in the byte order that yields valid characters; little-endian in doubt. */
  static Charset utf32(byte[] beginning) {
    return !isUtf32(beginning, ByteOrder.LITTLE_ENDIAN) && isUtf32(beginning, ByteOrder.BIG_ENDIAN)
        ? UTF_32BE
        : UTF_32LE;
  }

  private static ByteOrder utf16Order(byte[] beginning) {
    return common(beginning, ByteOrder.BIG_ENDIAN) > common(beginning, ByteOrder.LITTLE_ENDIAN)
        ? ByteOrder.BIG_ENDIAN
        : ByteOrder.LITTLE_ENDIAN;
  }

  private static boolean holdsNul(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksLikeAscii(byte[] bytes) {
    int controls = 0;
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
      controls += b < '\t' ? 1 : 0;
    }
    return controls < LEAST_CONTROLS * bytes.length;
  }

  /** Counts characters that occur in nearly every text, and never with swapped bytes. */
  private static int common(byte[] bytes, ByteOrder order) {
    ByteBuffer units = ByteBuffer.wrap(bytes).order(order);
    int common = 0;
    while (units.remaining() >= Character.BYTES) {
      char unit = units.getChar();
      boolean ascii = unit >= ' ' && unit < 0x7f;
      common += ascii || unit == '\n' || unit == '\r' || isPunctuation(unit) ? 1 : 0;
    }
    return common;
  }

  private static boolean isPunctuation(char unit) {
    return switch (unit) {
      case '\u3000', '\u3001', '\u3002', '\uff0c', '\uff1a', '\uff08', '\uff09' -> true;
      default -> false;
    };
  }

  private static boolean isUtf16(byte[] bytes, ByteOrder order) {
    ByteBuffer units = ByteBuffer.wrap(bytes).order(order);
    int strange = 0;
    char before = 0;
    while (units.remaining() >= Character.BYTES) {
      char unit = units.getChar();
      boolean pair = Character.isSurrogatePair(before, unit);
      if (Character.isHighSurrogate(before) != Character.isLowSurrogate(unit)) {
        return false;
      }
      strange += !pair && !Character.isHighSurrogate(unit) && isStrange(unit) ? 1 : 0;
      before = unit;
    }
    return strange * 100 <= bytes.length / Character.BYTES;
  }

  private static boolean isUtf32(byte[] bytes, ByteOrder order) {
    ByteBuffer points = ByteBuffer.wrap(bytes).order(order);
    int strange = 0;
    while (points.remaining() >= Integer.BYTES) {
      int point = points.getInt();
      boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      if (point <= 0 || point > Character.MAX_CODE_POINT || surrogate) {
        return false;
      }
      strange += isStrange(point) ? 1 : 0;
    }
    return strange * 100 <= bytes.length / Integer.BYTES;
  }

  private static boolean isStrange(int point) {
    return switch (Character.getType(point)) {
      case Character.UNASSIGNED, Character.PRIVATE_USE -> true;
      case Character.CONTROL -> !Character.isWhitespace(point);
      default -> false;
    };
  }
}
