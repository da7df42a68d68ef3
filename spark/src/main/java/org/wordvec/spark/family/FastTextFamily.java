package org.wordvec.spark.family;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.compute.training.ShardSteps;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.spark.wire.PortableRecord;
import org.wordvec.word2vec.ModelMatrices;

/** FastText, whose words are sums of n-grams. */
public record FastTextFamily(PortableRecord<FastTextConfig> config) implements TextFamily {
  @Override
  public Schedule schedule() {
    return config.value().prediction().schedule();
  }

  @Override
  public Execution execution() {
    return config.value().prediction().execution();
  }

  @Override
  public List<Matrix> start(Vocabulary vocabulary, Arena arena) {
    return FastText.start(vocabulary, config.value(), null, arena).list();
  }

  @Override
  public ShardSteps steps(
      EncodedCorpus corpus, List<Matrix> matrices, Execution execution, Arena working) {
    FastTextConfig own = config.value();
    return FastText.steps(
        corpus,
        own.withPrediction(own.prediction().withExecution(execution)),
        ModelMatrices.of(matrices),
        working);
  }
}
