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
 * Asks ICU, which knows encodings by the statistics of their letters. Of those that it takes for
 * likely, the first one that reads the sample without an error is found.
 */
public final class IcuEncodingDetector implements EncodingDetector {
  /** Below this, of 100, ICU guesses. */
  private static final int LEAST_CONFIDENCE = 30;

  /** For {@link java.util.ServiceLoader}. */
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

  /** The sample may end within a character. */
  private static boolean reads(Charset charset, byte[] sample) {
    CharBuffer out = CharBuffer.allocate(2 * sample.length + 2);
    return !charset.newDecoder().decode(ByteBuffer.wrap(sample), out, false).isError();
  }
}
