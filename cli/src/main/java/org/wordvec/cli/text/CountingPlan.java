package org.wordvec.cli.text;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.Cooccurrences.Resources;

/** How words are counted that stand together, and with what. */
public record CountingPlan(CorpusReading reading, CooccurrenceConfig config, Resources resources) {
  public EncodedCorpus encode(
      Corpus corpus, Optional<Vocabulary> given, Arena arena, ProgressDisplay display, Notes notes)
      throws IOException, InterruptedException {
    return reading.encode(corpus, given, resources.threads(), arena, display, notes);
  }
}
