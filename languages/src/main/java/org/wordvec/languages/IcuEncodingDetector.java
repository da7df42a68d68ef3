package org.wordvec.languages;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wordvec.corpora.reading.EncodingDetector;
import org.wordvec.corpora.reading.EncodingNames;

/**
 * Detects encodings with ICU, by letter statistics. Chooses the most likely encoding that decodes
 * the sample without an error.
 */
public final class IcuEncodingDetector implements EncodingDetector {
  /** Minimum confidence, 0 to 100; below it ICU guesses. */
  private static final int LEAST_CONFIDENCE = 30;

  /** Creates the detector; for {@link java.util.ServiceLoader}. */
  public IcuEncodingDetector() {}

  @Override
  public Optional<Charset> detect(byte[] beginning) {
    List<Charset> likely = new ArrayList<>();
    for (CharsetMatch match : new CharsetDetector().setText(beginning).detectAll()) {
      if (match.getConfidence() >= LEAST_CONFIDENCE && Charset.isSupported(match.getName())) {
        likely.add(EncodingNames.larger(Charset.forName(match.getName())));
      }
    }
    return likely.stream()
        .filter(charset -> reads(charset, beginning))
        .findFirst()
        .or(() -> likely.stream().findFirst());
  }

  /** Returns whether an encoding decodes a sample, which may end within a character. */
  private static boolean reads(Charset charset, byte[] sample) {
    CharBuffer out = CharBuffer.allocate(2 * sample.length + 2);
    return !charset.newDecoder().decode(ByteBuffer.wrap(sample), out, false).isError();
  }
}
