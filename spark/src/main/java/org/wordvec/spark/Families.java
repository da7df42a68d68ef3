package org.wordvec.spark;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.compute.training.ShardSteps;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.CorpusFingerprint;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.word2vec.ModelMatrices;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** The model families that are trained on text as it stands. */
final class Families {
  private Families() {}

  /** Skip-gram and CBOW. */
  record OfWords(Word2VecConfig config) implements Family {
    @Override
    public Schedule schedule() {
      return config.schedule();
    }

    @Override
    public Execution execution() {
      return config.execution();
    }

    @Override
    public List<Matrix> start(Vocabulary vocabulary, Arena arena) {
      return Word2Vec.start(vocabulary, config, arena).list();
    }

    @Override
    public Part open(ShardSource source, Vocabulary vocabulary, Arena arena)
        throws IOException, InterruptedException {
      return new TextPart(
          encode(source, vocabulary, arena),
          (corpus, matrices, execution, working) ->
              Word2Vec.steps(
                  corpus, config.withExecution(execution), ModelMatrices.of(matrices), working));
    }
  }

  /** The same with words made of n-grams. */
  record OfSubwords(FastTextConfig config) implements Family {
    @Override
    public Schedule schedule() {
      return config.prediction().schedule();
    }

    @Override
    public Execution execution() {
      return config.prediction().execution();
    }

    @Override
    public List<Matrix> start(Vocabulary vocabulary, Arena arena) {
      return FastText.start(vocabulary, config, null, arena).list();
    }

    @Override
    public Part open(ShardSource source, Vocabulary vocabulary, Arena arena)
        throws IOException, InterruptedException {
      return new TextPart(
          encode(source, vocabulary, arena),
          (corpus, matrices, execution, working) ->
              FastText.steps(
                  corpus,
                  config.withPrediction(config.prediction().withExecution(execution)),
                  ModelMatrices.of(matrices),
                  working));
    }
  }

  private static EncodedCorpus encode(ShardSource source, Vocabulary vocabulary, Arena arena)
      throws IOException, InterruptedException {
    if (!(source instanceof ShardSource.Lines lines)) {
      throw new IllegalArgumentException("not a text: " + source);
    }
    return new CorpusEncoder(
            lines.text().tokenization(), new VocabularyLimits(1, 0), Jobs.threads())
        .encode(lines.text().corpus(lines.splits()), vocabulary, arena, (bytes, all, tokens) -> {});
  }

  /** Makes the steps of a family. */
  @FunctionalInterface
  private interface Steps {
    ShardSteps make(
        EncodedCorpus corpus, List<Matrix> matrices, Execution execution, Arena working);
  }

  private record TextPart(EncodedCorpus corpus, Steps steps) implements Family.Part {
    @Override
    public long size() {
      return corpus.tokens();
    }

    @Override
    public String fingerprint() {
      return CorpusFingerprint.of(corpus).toString();
    }

    @Override
    public ShardSteps steps(List<Matrix> matrices, Execution execution, Arena arena) {
      return steps.make(corpus, matrices, execution, arena);
    }

    @Override
    public void close() {}
  }
}
