package org.wordvec.fasttext;

import java.lang.foreign.Arena;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.RandomRows;
import org.wordvec.compute.training.ShardSteps;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.vectors.WordVectors;
import org.wordvec.word2vec.Outputs;
import org.wordvec.word2vec.SentenceSlices;
import org.wordvec.word2vec.Subsampling;
import org.wordvec.word2vec.Word2VecConfig;

/** FastText in parts: what a cluster needs of it. */
public final class FastTextShard {
  private FastTextShard() {}

  /**
   * The matrices that training starts from: inputs, of words and then of n-grams, and outputs.
   *
   * @param pretrained vectors that the words' own rows start from
   */
  public static List<Matrix> start(
      Vocabulary vocabulary, FastTextConfig config, @Nullable WordVectors pretrained, Arena arena) {
    Word2VecConfig prediction = config.prediction();
    int rows = Math.addExact(vocabulary.size(), config.subwords().buckets());
    Matrix inputs = Matrix.allocate(arena, rows, prediction.dimensions());
    RandomRows.fill(inputs, FastText.INITIAL_BOUND, prediction.execution().seed());
    if (pretrained != null) {
      FastText.copy(pretrained, vocabulary, inputs);
    }
    int outputs = Outputs.rows(prediction.objective(), vocabulary);
    return List.of(inputs, Matrix.allocate(arena, outputs, prediction.dimensions()));
  }

  /**
   * Steps over a part of the corpus, encoded with the vocabulary of the whole.
   *
   * @param config with a seed of the part's own, else all parts would draw the same
   * @param matrices as {@link #start} made them
   * @param working owns what the steps need
   */
  public static ShardSteps steps(
      EncodedCorpus part, FastTextConfig config, List<Matrix> matrices, Arena working) {
    Word2VecConfig prediction = config.prediction();
    SentenceSlices slices = SentenceSlices.of(part);
    SubwordRows subwords = SubwordRows.of(part.vocabulary().words(), config.subwords(), working);
    SubwordStep.Model model =
        new SubwordStep.Model(
            part,
            slices,
            Subsampling.of(part.vocabulary(), prediction.sample()),
            subwords,
            matrices.getFirst(),
            Outputs.factory(
                prediction.objective(),
                part.vocabulary(),
                matrices.getLast(),
                FastText.renewedNoise(prediction.architecture()),
                prediction.execution().threads()));
    return new ShardSteps(slices.size(), () -> new SubwordStep(model, prediction, working));
  }
}
