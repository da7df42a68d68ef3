package org.wordvec.library.text;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.Cooccurrences.Resources;

/**
 * How co-occurrences are counted, and with which resources.
 *
 * @param reading how text is split into words
 * @param config window, sides and weights by distance
 * @param resources threads, memory and folder of temporary files
 */
public record CountingPlan(CorpusReading reading, CooccurrenceConfig config, Resources resources) {
  /**
   * Reads and encodes a corpus as {@link CorpusReading#encode} does, with the threads of these
   * resources.
   */
  public EncodedCorpus encode(
      Corpus corpus, Optional<Vocabulary> given, Arena arena, ReadingListener listener)
      throws IOException, InterruptedException {
    return reading.encode(corpus, given, resources.threads(), arena, listener);
  }
}
