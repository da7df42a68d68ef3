package org.wordvec.languages;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Optional;
import org.wordvec.corpora.reading.EncodingDetector;

/** Asks ICU, which knows encodings by the statistics of their letters. */
public final class LikelyEncoding implements EncodingDetector {
  /** Below this, of 100, ICU guesses. */
  private static final int LEAST_CONFIDENCE = 30;

  /** For {@link java.util.ServiceLoader}. */
  public LikelyEncoding() {}

  @Override
  public Optional<Charset> detect(byte[] beginning) {
    CharsetMatch match = new CharsetDetector().setText(beginning).detect();
    if (match == null
        || match.getConfidence() < LEAST_CONFIDENCE
        || !Charset.isSupported(match.getName())) {
      return Optional.empty();
    }
    return Optional.of(Charset.forName(match.getName()));
  }
}
