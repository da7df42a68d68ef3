package org.wordvec.corpora.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Converts text of any encoding to UTF-8. */
public final class Transcoding {
  private static final int SAMPLE = 1 << 16;

  /** Escape sequences that identify seven-bit encodings, supersets first. */
  private static final List<Escape> ESCAPES =
      List.of(
          new Escape("\u001b$)C", "ISO-2022-KR"),
          new Escape("\u001b$)A", "ISO-2022-CN"),
          new Escape("\u001b$)G", "ISO-2022-CN"),
          new Escape("\u001b$(D", "iso-2022-jp"),
          new Escape("\u001b$B", "iso-2022-jp"),
          new Escape("\u001b$@", "iso-2022-jp"),
          new Escape("\u001b(I", "iso-2022-jp"));

  private record Escape(String bytes, String encoding) {}

  private Transcoding() {}

  /**
   * Returns the text in UTF-8; text in UTF-8 is passed through without validation.
   *
   * <p>A byte order mark takes precedence over the given encoding.
   *
   * @throws TextFileException if the encoding is to be detected and cannot be
   */
  public static InputStream open(
      InputStream in, TextEncoding encoding, EncodingErrors errors, String name)
      throws IOException {
    return open(in, encoding, errors, name, false);
  }

  /**
   * Returns the text in valid UTF-8, for parsers that do not validate.
   *
   * @throws TextFileException if the encoding is to be detected and cannot be
   */
  public static InputStream openValid(
      InputStream in, TextEncoding encoding, EncodingErrors errors, String name)
      throws IOException {
    return open(in, encoding, errors, name, true);
  }

  private static InputStream open(
      InputStream in, TextEncoding encoding, EncodingErrors errors, String name, boolean checks)
      throws IOException {
    BufferedInputStream stream = new BufferedInputStream(in, SAMPLE);
    Optional<ByteOrderMark> mark = ByteOrderMark.of(stream);
    Charset charset;
    String whose;
    if (mark.isPresent()) {
      charset = mark.get().charset();
      whose = ", the encoding of its byte order mark";
    } else {
      charset =
          switch (encoding) {
            case TextEncoding.Utf8Bytes utf8 -> StandardCharsets.UTF_8;
            case TextEncoding.Named named -> ordered(named.charset(), stream);
            case TextEncoding.Detected detected -> detected(stream, detected.detector(), name);
          };
      whose = encoding instanceof TextEncoding.Detected ? ", the encoding that was found" : "";
    }
    boolean utf8 = charset.equals(StandardCharsets.UTF_8);
    if (utf8 && !checks) {
      return stream;
    }
    int skipped = mark.map(ByteOrderMark::length).orElse(0);
    stream.skipNBytes(skipped);
    String named = utf8 ? "UTF-8" : EncodingNames.of(charset) + whose;
    return new DecodedText(stream, charset, errors, name, skipped, named);
  }

  /**
   * Returns the encoding with its byte order, which UTF-16 and UTF-32 without a mark leave open.
   */
  private static Charset ordered(Charset charset, BufferedInputStream stream) throws IOException {
    if (charset.equals(StandardCharsets.UTF_16)) {
      return UnmarkedUnicode.utf16(sample(stream));
    }
    if (charset.name().equals("UTF-32")) {
      return UnmarkedUnicode.utf32(sample(stream));
    }
    return charset;
  }

  private static Charset detected(
      BufferedInputStream stream, EncodingDetector detector, String name) throws IOException {
    byte[] sample = sample(stream);
    Optional<Charset> found = detect(sample, detector);
    if (found.filter(StandardCharsets.UTF_8::equals).isPresent()) {
      refuseSevenBits(sample, name);
    }
    return found.orElseThrow(
        () ->
            new TextFileException(
                name + ": its encoding cannot be detected; give it with --encoding"));
  }

  private static void refuseSevenBits(byte[] sample, String name) throws TextFileException {
    Optional<String> encoding = SevenBitText.encoding(sample);
    if (encoding.isPresent()) {
      throw new TextFileException(
          name
              + ": looks like "
              + encoding.get()
              + ", which is not read; convert it to UTF-8, or give --encoding utf-8 to read it as"
              + " it is written");
    }
  }

  /**
   * Returns the detected encoding of a text, or nothing.
   *
   * @param beginning first bytes of the text
   */
  public static Optional<Charset> detect(byte[] beginning, EncodingDetector detector) {
    byte[] sample = Arrays.copyOf(beginning, Math.min(SAMPLE, beginning.length));
    Optional<Charset> unicode = UnmarkedUnicode.detect(sample);
    if (unicode.isPresent()) {
      return unicode;
    }
    if (Utf8Sequences.of(sample).areNearlyAllWhole()) {
      return Optional.of(escaped(sample).orElse(StandardCharsets.UTF_8));
    }
    return detector.detect(sample).map(EncodingNames::larger);
  }

  /**
   * Returns the variant of UTF-16 or UTF-32 that a text without a byte order mark seems to be in,
   * or nothing.
   */
  public static Optional<Charset> unmarkedUnicode(byte[] beginning) {
    return UnmarkedUnicode.detect(beginning);
  }

  private static Optional<Charset> escaped(byte[] sample) {
    String text = new String(sample, StandardCharsets.ISO_8859_1);
    return ESCAPES.stream()
        .filter(escape -> text.contains(escape.bytes()))
        .findFirst()
        .flatMap(escape -> EncodingNames.find(escape.encoding()));
  }

  private static byte[] sample(BufferedInputStream stream) throws IOException {
    stream.mark(SAMPLE);
    byte[] sample = stream.readNBytes(SAMPLE);
    stream.reset();
    return sample;
  }
}
