package org.wordvec.corpora.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.input.ReaderInputStream;

/** Turns text of any encoding into UTF-8. */
public final class Transcoding {
  private static final int SAMPLE = 1 << 16;

  private Transcoding() {}

  /**
   * The same text in UTF-8.
   *
   * @throws TextFileException if the encoding is to be found out and cannot be
   */
  public static InputStream open(
      InputStream in, TextEncoding encoding, EncodingErrors errors, String name)
      throws IOException {
    BufferedInputStream stream = new BufferedInputStream(in, SAMPLE);
    if (FirstBytes.are(stream, 0xff, 0xfe) || FirstBytes.are(stream, 0xfe, 0xff)) {
      return decoded(stream, StandardCharsets.UTF_16, errors);
    }
    return switch (encoding) {
      case TextEncoding.Utf8Bytes utf8 -> stream;
      case TextEncoding.Named named -> decoded(stream, named.charset(), errors);
      case TextEncoding.Detected detected -> {
        stream.mark(SAMPLE);
        byte[] sample = stream.readNBytes(SAMPLE);
        stream.reset();
        yield looksLikeUtf8(sample)
            ? stream
            : decoded(
                stream,
                detected
                    .detector()
                    .detect(sample)
                    .orElseThrow(
                        () ->
                            new TextFileException(
                                name + ": its encoding cannot be told, give it by --encoding")),
                errors);
      }
    };
  }

  private static InputStream decoded(InputStream in, Charset charset, EncodingErrors errors)
      throws IOException {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return in;
    }
    CodingErrorAction action =
        errors == EncodingErrors.STRICT ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
    CharsetDecoder decoder =
        charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
    return ReaderInputStream.builder()
        .setReader(new InputStreamReader(in, decoder))
        .setCharset(StandardCharsets.UTF_8)
        .setBufferSize(SAMPLE)
        .get();
  }

  /** The sample may end within a character. */
  private static boolean looksLikeUtf8(byte[] sample) {
    CharBuffer out = CharBuffer.allocate(sample.length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sample), out, false);
    return !result.isError();
  }
}
