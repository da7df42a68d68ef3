package org.wordvec.spark.family;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.ShardSteps;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.CorpusFingerprint;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.spark.session.Jobs;

/** A family that is trained on text: a part is some of the text, encoded in memory. */
sealed interface TextFamily extends Family permits Word2VecFamily, FastTextFamily {
  /** Returns steps over a corpus that change these matrices. */
  ShardSteps steps(EncodedCorpus corpus, List<Matrix> matrices, Execution execution, Arena working);

  @Override
  default Part open(PartSource source, Vocabulary vocabulary, Arena arena)
      throws IOException, InterruptedException {
    if (!(source instanceof PartSource.Lines lines)) {
      throw new IllegalArgumentException("not a text: " + source);
    }
    EncodedCorpus corpus =
        new CorpusEncoder(lines.text().tokenization(), new VocabularyLimits(1, 0), Jobs.threads())
            .encode(
                lines.text().corpus(lines.splits()), vocabulary, arena, (bytes, all, tokens) -> {});
    return new TextPart(this, corpus);
  }

  /** Some of the text. */
  record TextPart(TextFamily family, EncodedCorpus corpus) implements Part {
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
      return family.steps(corpus, matrices, execution, arena);
    }

    @Override
    public void close() {}
  }
}
