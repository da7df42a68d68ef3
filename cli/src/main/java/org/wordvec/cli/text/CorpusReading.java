package org.wordvec.cli.text;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import org.wordvec.cli.base.Notes;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.phrases.PhraseConfig;
import org.wordvec.corpora.phrases.Phrases;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;

/** How text becomes words and phrases, and which of them count. */
public record CorpusReading(
    Corpus.Reading source,
    Tokenization tokenization,
    Optional<PhraseConfig> phrases,
    VocabularyLimits limits) {
  private static final VocabularyLimits ALL = new VocabularyLimits(1, 0);

  /** Reads a corpus with its own vocabulary, or with one that is given. */
  public EncodedCorpus encode(
      Corpus corpus,
      Optional<Vocabulary> given,
      int threads,
      Arena arena,
      ProgressDisplay display,
      Notes notes)
      throws IOException, InterruptedException {
    if (phrases.isPresent()) {
      EncodedCorpus words =
          new CorpusEncoder(tokenization, ALL, threads).encode(corpus, arena, display::reading);
      Phrases.Joined joined = new Phrases(phrases.get(), threads).join(words, limits);
      display.pause();
      notes.say(TrainingNotes.phrases(joined, phrases.get()));
      return joined.corpus();
    }
    CorpusEncoder encoder = new CorpusEncoder(tokenization, limits, threads);
    return given.isPresent()
        ? encoder.encode(corpus, given.get(), arena, display::reading)
        : encoder.encode(corpus, arena, display::reading);
  }
}
