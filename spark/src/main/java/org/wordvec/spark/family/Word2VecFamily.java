package org.wordvec.spark.family;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.compute.training.ShardSteps;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.spark.wire.PortableRecord;
import org.wordvec.word2vec.ModelMatrices;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** Skip-gram and CBOW. */
public record Word2VecFamily(PortableRecord<Word2VecConfig> config) implements TextFamily {
  @Override
  public Schedule schedule() {
    return config.value().schedule();
  }

  @Override
  public Execution execution() {
    return config.value().execution();
  }

  @Override
  public List<Matrix> start(Vocabulary vocabulary, Arena arena) {
    return Word2Vec.start(vocabulary, config.value(), arena).list();
  }

  @Override
  public ShardSteps steps(
      EncodedCorpus corpus, List<Matrix> matrices, Execution execution, Arena working) {
    return Word2Vec.steps(
        corpus, config.value().withExecution(execution), ModelMatrices.of(matrices), working);
  }
}
