package org.wordvec.word2vec;

import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.RandomRows;
import org.wordvec.compute.training.ShardSteps;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;

/** Word2Vec in parts: what a cluster needs of it. */
public final class Word2VecShard {
  private Word2VecShard() {}

  /** The matrices that training starts from: inputs, then outputs. */
  public static List<Matrix> start(Vocabulary vocabulary, Word2VecConfig config, Arena arena) {
    Matrix inputs = Matrix.allocate(arena, vocabulary.size(), config.dimensions());
    RandomRows.fill(inputs, config.execution().seed());
    int rows = Outputs.rows(config.objective(), vocabulary);
    return List.of(inputs, Matrix.allocate(arena, rows, config.dimensions()));
  }

  /**
   * Steps over a part of the corpus, encoded with the vocabulary of the whole.
   *
   * @param config with a seed of the part's own, else all parts would draw the same
   * @param matrices as {@link #start} made them
   * @param working owns what the steps need
   */
  public static ShardSteps steps(
      EncodedCorpus part, Word2VecConfig config, List<Matrix> matrices, Arena working) {
    SentenceSlices slices = SentenceSlices.of(part);
    WindowStep.Model model =
        new WindowStep.Model(
            part,
            slices,
            Subsampling.of(part.vocabulary(), config.sample()),
            matrices.getFirst(),
            Outputs.factory(
                config.objective(),
                part.vocabulary(),
                matrices.getLast(),
                0,
                config.execution().threads()));
    return new ShardSteps(slices.size(), () -> new WindowStep(model, config, working));
  }
}
