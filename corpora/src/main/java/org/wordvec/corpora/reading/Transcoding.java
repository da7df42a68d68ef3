package org.wordvec.corpora.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns text of any encoding into UTF-8. */
public final class Transcoding {
  private static final int SAMPLE = 1 << 16;

  /** What only text of an encoding holds, all of which are ASCII to look at; the larger first. */
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
   * Returns the same text in UTF-8; of what is UTF-8 already, the bytes as they are.
   *
   * <p>A byte order mark counts for more than the encoding that is given.
   *
   * @throws TextFileException if the encoding is to be found out and cannot be
   */
  public static InputStream open(
      InputStream in, TextEncoding encoding, EncodingErrors errors, String name)
      throws IOException {
    return open(in, encoding, errors, name, false);
  }

  /**
   * Returns the same text in UTF-8 that is valid, so that whoever parses it need not look.
   *
   * @throws TextFileException as above
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

  /** UTF-16 and UTF-32 without a mark say nothing of the order of their bytes. */
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
        () -> new TextFileException(name + ": its encoding cannot be told, give it by --encoding"));
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

  /** Returns the encoding that a text is found to be in, of which the first bytes tell. */
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

  /** Returns which of UTF-16 and UTF-32 the first bytes of a text without a mark look like. */
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
