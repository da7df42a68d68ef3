package org.wordvec.corpora.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Converts text of any encoding to UTF-8.
 *
 * <p>Malformed input is an error that names its position, or becomes U+FFFD; {@link
 * EncodingErrors#SKIP} later removes words that contain it. Decoding then continues as in browsers:
 * the second byte of a malformed pair is decoded again if it is ASCII and skipped otherwise, as it
 * would form a wrong character with the byte after it.
 */
final class DecodedText extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final char REPLACEMENT = '\ufffd';

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final boolean ofSeveralBytes;
  private final boolean lacksSigns;
  private final boolean strict;
  private final String name;
  private final String encoding;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER);
  private byte[] utf8 = new byte[0];
  private int at;
  private long offset;
  private long line = 1;
  private boolean ended;
  private boolean flushed;

  /**
   * Creates a stream of decoded text.
   *
   * @param offset number of bytes of the file before the text
   * @param encoding the encoding as messages name it, with the source of that information
   */
  DecodedText(
      InputStream in,
      Charset charset,
      EncodingErrors errors,
      String name,
      long offset,
      String encoding) {
    this.in = in;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.ofSeveralBytes =
        !charset.equals(StandardCharsets.UTF_8)
            && new String(new byte[] {'A'}, charset).equals("A");
    this.lacksSigns = EtenCharacters.areLackedBy(charset);
    this.strict = errors == EncodingErrors.STRICT;
    this.name = name;
    this.offset = offset;
    this.encoding = encoding;
  }

  @Override
  public int read() throws IOException {
    return fill() ? utf8[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, utf8.length - at);
    System.arraycopy(utf8, at, buffer, from, count);
    at += count;
    return count;
  }

  @Override
  public int available() throws IOException {
    return at < utf8.length ? utf8.length - at : Math.min(1, in.available());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Ensures that a byte is available; returns false at the end. */
  private boolean fill() throws IOException {
    while (at == utf8.length) {
      if (flushed) {
        return false;
      }
      chars.clear().limit(BUFFER - 1);
      int start = bytes.position();
      CoderResult result = decoder.decode(bytes, chars, ended);
      if (result.isUnderflow() && ended) {
        result = decoder.flush(chars);
        flushed = result.isUnderflow();
      }
      if (lacksSigns) {
        EtenCharacters.restore(chars);
      }
      checkNul(start);
      if (result.isError()) {
        malformed(result.length());
      }
      hand();
      if (result.isUnderflow() && !ended && at == utf8.length) {
        more();
      }
    }
    return true;
  }

  /** Reads more bytes after those of an incomplete character. */
  private void more() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      offset += count;
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  private void hand() {
    String text = chars.flip().toString();
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    utf8 = text.getBytes(StandardCharsets.UTF_8);
    at = 0;
  }

  private void malformed(int length) throws UndecodableTextException {
    if (strict) {
      throw failure(
          bytes.position(),
          "not valid " + encoding,
          "--encoding-errors=replace or skip would go on");
    }
    chars.limit(BUFFER).put(REPLACEMENT);
    bytes.position(bytes.position() + passedOver(length));
  }

  private int passedOver(int length) {
    int left = bytes.remaining();
    if (isLead(bytes.get(bytes.position()))) {
      boolean anew = left > 1 && bytes.get(bytes.position() + 1) >= 0;
      return Math.min(anew ? 1 : Math.max(2, length), left);
    }
    if (ofSeveralBytes && bytes.get(bytes.position()) < 0) {
      return 1;
    }
    // Java also skips the bytes after half of a surrogate pair.
    boolean utf16 = decoder.charset().name().startsWith("UTF-16");
    return Math.min(utf16 ? Character.BYTES : length, left);
  }

  /**
   * Rejects NUL in strict mode: it indicates binary data or another encoding. Otherwise it is white
   * space.
   */
  private void checkNul(int start) throws UndecodableTextException {
    for (int i = 0; i < chars.position(); i++) {
      if (chars.get(i) == 0) {
        if (strict) {
          chars.position(i);
          throw failure(
              placeOf(start, i),
              "a NUL byte, where text was expected",
              "--encoding-errors=replace or skip would take it for white space");
        }
        chars.put(i, ' ');
      }
    }
  }

  /** Returns the byte index after the given number of characters. */
  private int placeOf(int start, int characters) {
    ByteBuffer again = bytes.duplicate().position(start);
    decoder.charset().newDecoder().decode(again, CharBuffer.allocate(characters), false);
    return again.position();
  }

  private UndecodableTextException failure(int place, String problem, String remedy) {
    hand();
    long start = offset - bytes.limit();
    return new UndecodableTextException(
        String.format(Locale.ROOT, "%s: byte %d (line %d): %s", name, start + place, line, problem),
        remedy,
        decoder.charset(),
        start,
        Arrays.copyOf(bytes.array(), bytes.limit()));
  }

  /** Returns whether a byte begins a multi-byte character of an encoding that contains ASCII. */
  private boolean isLead(byte first) {
    int value = first & 0xff;
    if (!ofSeveralBytes || value <= 0x80 || value == 0xff) {
      return false;
    }
    ByteBuffer one = ByteBuffer.wrap(new byte[] {first});
    CoderResult result = decoder.charset().newDecoder().decode(one, CharBuffer.allocate(2), false);
    return result.isUnderflow() && one.hasRemaining();
  }
}
