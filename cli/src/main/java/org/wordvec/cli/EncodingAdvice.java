package org.wordvec.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wordvec.corpora.TextPlugins;
import org.wordvec.corpora.reading.EncodingDetector;
import org.wordvec.corpora.reading.EncodingNames;
import org.wordvec.corpora.reading.Transcoding;
import org.wordvec.corpora.reading.UndecodableTextException;

/** Tells what would read text that is not in the encoding that it was read in. */
final class EncodingAdvice {
  private EncodingAdvice() {}

  /**
   * Returns what is wrong and what to do. To go on in spite of errors is no advice where the whole
   * text is in another encoding.
   */
  static String of(UndecodableTextException e) {
    byte[] sample = e.sample();
    Optional<Charset> likely = Transcoding.unmarkedUnicode(sample);
    boolean utf8 = e.charset().equals(StandardCharsets.UTF_8);
    if (likely.isEmpty() && utf8 && isMostlyBroken(sample)) {
      likely = detector().flatMap(detector -> detector.detect(sample));
    }
    return likely
        .filter(charset -> !charset.equals(e.charset()))
        .map(charset -> e.problem() + "; it looks like " + reads(charset))
        .orElseGet(() -> String.valueOf(e.getMessage()));
  }

  private static String reads(Charset charset) {
    String name = EncodingNames.of(charset);
    return "%s, which --encoding auto or --encoding %s reads".formatted(name, name);
  }

  private static Optional<EncodingDetector> detector() {
    try {
      return Optional.of(new TextPlugins(Extensions.installed().loaders()).encodingDetector());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether more sequences beyond ASCII are no UTF-8 than are. */
  private static boolean isMostlyBroken(byte[] sample) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(sample);
    CharBuffer out = CharBuffer.allocate(sample.length + 1);
    int broken = 0;
    CoderResult result = decoder.decode(bytes, out, false);
    while (result.isError()) {
      broken++;
      bytes.position(bytes.position() + result.length());
      result = decoder.decode(bytes, out, false);
    }
    long whole = out.flip().chars().filter(letter -> letter >= 0x80).count();
    return broken > whole;
  }
}
