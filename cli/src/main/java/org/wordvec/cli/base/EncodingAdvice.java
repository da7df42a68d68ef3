package org.wordvec.cli.base;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wordvec.corpora.reading.EncodingDetector;
import org.wordvec.corpora.reading.EncodingNames;
import org.wordvec.corpora.reading.Transcoding;
import org.wordvec.corpora.reading.UndecodableTextException;
import org.wordvec.corpora.reading.Utf8Sequences;
import org.wordvec.corpora.tokenizing.TextPlugins;
import org.wordvec.library.Extensions;

/** Suggests the option that reads text whose encoding is another than assumed. */
final class EncodingAdvice {
  private EncodingAdvice() {}

  /**
   * Returns an error message with a suggestion: another encoding if the text seems to be in one, or
   * else to ignore the errors.
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
        .map(charset -> e.problem() + "; it looks like " + suggestion(charset, isDetectable(e)))
        .orElseGet(() -> String.valueOf(e.getMessage()));
  }

  private static String suggestion(Charset charset, boolean isDetectable) {
    String name = EncodingNames.of(charset);
    String options = (isDetectable ? "--encoding auto or --encoding " : "--encoding ") + name;
    return "%s; try %s".formatted(name, options);
  }

  /** Returns whether automatic detection would find the text's encoding from its beginning. */
  private static boolean isDetectable(UndecodableTextException e) {
    EncodingDetector detector = detector().orElse(beginning -> Optional.empty());
    return e.start() == 0
        && Transcoding.detect(e.sample(), detector)
            .filter(charset -> !charset.equals(e.charset()))
            .isPresent();
  }

  private static Optional<EncodingDetector> detector() {
    try {
      return Optional.of(new TextPlugins(Extensions.installed().loaders()).encodingDetector());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns whether a sample has more invalid than valid UTF-8 sequences; text with fewer is UTF-8
   * that another encoding would garble.
   */
  private static boolean isMostlyBroken(byte[] sample) {
    Utf8Sequences sequences = Utf8Sequences.of(sample);
    return sequences.broken() > sequences.whole();
  }
}
