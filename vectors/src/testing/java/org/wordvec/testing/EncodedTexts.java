package org.wordvec.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.ReadingProgress;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.VocabularyLimits;

/** Encodes small texts to train on. */
public final class EncodedTexts {
  private static final Tokenization WHOLE_LINES =
      Tokenization.DEFAULT.withMaximumSentenceLength(Integer.MAX_VALUE);

  private EncodedTexts() {}

  /** Returns a text in the sentences of its lines, with every word. */
  public static EncodedCorpus encode(String text, Arena arena) {
    return encode(text, 1, arena);
  }

  /** Returns a text in the sentences of its lines, with the words that occur as often or more. */
  public static EncodedCorpus encode(String text, long minimumCount, Arena arena) {
    try {
      Corpus corpus = Corpus.of(List.of("-"), new ByteArrayInputStream(text.getBytes(UTF_8)));
      return new CorpusEncoder(WHOLE_LINES, new VocabularyLimits(minimumCount, 0), 1)
          .encode(corpus, arena, ReadingProgress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
