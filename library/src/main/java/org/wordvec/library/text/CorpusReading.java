package org.wordvec.library.text;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.phrases.PhraseConfig;
import org.wordvec.corpora.phrases.Phrases;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;

/**
 * How text is split into words and phrases, and which of them are in the vocabulary.
 *
 * @param source the format and encoding of the files
 * @param tokenization how lines are split into words
 * @param phrases how words are joined to phrases; empty for no phrases
 * @param limits which words get an id
 */
public record CorpusReading(
    Corpus.Reading source,
    Tokenization tokenization,
    Optional<PhraseConfig> phrases,
    VocabularyLimits limits) {
  private static final VocabularyLimits ALL = new VocabularyLimits(1, 0);

  /**
   * Reads and encodes a corpus with its own vocabulary or a given one.
   *
   * @param arena owns the memory of the encoded corpus
   * @throws org.wordvec.corpora.text.CorpusException if the corpus is empty, or the text does not
   *     match its format or encoding
   */
  public EncodedCorpus encode(
      Corpus corpus, Optional<Vocabulary> given, int threads, Arena arena, ReadingListener listener)
      throws IOException, InterruptedException {
    if (phrases.isPresent()) {
      EncodedCorpus words =
          new CorpusEncoder(tokenization, ALL, threads).encode(corpus, arena, listener::reading);
      Phrases.Joined joined = new Phrases(phrases.get(), threads).join(words, limits);
      listener.note(TextNotes.phrases(joined, phrases.get()));
      return joined.corpus();
    }
    CorpusEncoder encoder = new CorpusEncoder(tokenization, limits, threads);
    return given.isPresent()
        ? encoder.encode(corpus, given.get(), arena, listener::reading)
        : encoder.encode(corpus, arena, listener::reading);
  }
}
