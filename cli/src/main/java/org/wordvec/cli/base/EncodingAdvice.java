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
        .map(charset -> e.problem() + "; it looks like " + reads(charset, isFound(e)))
        .orElseGet(() -> String.valueOf(e.getMessage()));
  }

  private static String reads(Charset charset, boolean isFound) {
    String name = EncodingNames.of(charset);
    String options = (isFound ? "--encoding auto or --encoding " : "--encoding ") + name;
    return "%s, which %s reads".formatted(name, options);
  }

  /** Whether the text begins so that its encoding would be found, or would have been. */
  private static boolean isFound(UndecodableTextException e) {
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

  /** Where more is UTF-8 than is not, another encoding would spoil it. */
  private static boolean isMostlyBroken(byte[] sample) {
    Utf8Sequences sequences = Utf8Sequences.of(sample);
    return sequences.broken() > sequences.whole();
  }
}
