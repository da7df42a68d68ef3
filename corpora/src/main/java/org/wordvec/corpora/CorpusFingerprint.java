package org.wordvec.corpora;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.wordvec.corpora.words.Vocabulary;

/**
 * Identifies a corpus, so that an interrupted training is resumed only on the same text. Any
 * accidental change of the corpus changes one of the components.
 *
 * @param tokens number of raw tokens
 * @param sentences number of sentences with a word of the vocabulary
 * @param vocabulary number of words, and a checksum of words and counts
 * @param text checksum of all ids and of the sentence boundaries
 */
public record CorpusFingerprint(long tokens, long sentences, String vocabulary, String text) {
  private static final int CHUNK = 64 << 20;

  /** Computes the fingerprint of a corpus by reading all of its ids once. */
  public static CorpusFingerprint of(EncodedCorpus corpus) {
    return new CorpusFingerprint(
        corpus.tokens(),
        corpus.sentences(),
        vocabulary(corpus.vocabulary()),
        checksum(corpus.ids(), corpus.sentenceEnds()));
  }

  /** Returns the components by the names that messages use for them. */
  public Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("corpus tokens", Long.toString(tokens));
    named.put("corpus sentences", Long.toString(sentences));
    named.put("corpus vocabulary", vocabulary);
    named.put("corpus text", text);
    return named;
  }

  private static String vocabulary(Vocabulary vocabulary) {
    CRC32C checksum = new CRC32C();
    byte[] count = new byte[Long.BYTES];
    for (int word = 0; word < vocabulary.size(); word++) {
      checksum.update(vocabulary.words().utf8(word));
      long left = vocabulary.count(word);
      for (int at = 0; at < Long.BYTES; at++) {
        count[at] = (byte) (left >>> (8 * at));
      }
      checksum.update(count);
    }
    return vocabulary.size() + " words, " + text(checksum);
  }

  private static String checksum(MemorySegment... parts) {
    CRC32C checksum = new CRC32C();
    for (MemorySegment part : parts) {
      for (long at = 0; at < part.byteSize(); at += CHUNK) {
        checksum.update(part.asSlice(at, Math.min(CHUNK, part.byteSize() - at)).asByteBuffer());
      }
    }
    return text(checksum);
  }

  private static String text(CRC32C checksum) {
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }
}
