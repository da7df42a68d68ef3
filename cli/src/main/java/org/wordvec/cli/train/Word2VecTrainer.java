package org.wordvec.cli.train;

import java.io.IOException;
import java.lang.foreign.Arena;
import org.wordvec.cli.base.Notes;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;
import org.wordvec.word2vec.Word2VecEngine;
import org.wordvec.word2vec.device.DeviceWord2Vec;

/** What trains Word2Vec. */
sealed interface Word2VecTrainer {
  Word2Vec.Trained train(
      EncodedCorpus corpus,
      Word2VecConfig config,
      Arena arena,
      Progress progress,
      TrainingCheckpoints checkpoints,
      Notes notes)
      throws IOException, InterruptedException;

  /** What a model needs where this trains it. */
  default ModelNeeds needs(ModelNeeds alone) {
    return alone;
  }

  /** Our own steps, on a device. */
  record Own(TrainingDevice device) implements Word2VecTrainer {
    @Override
    public ModelNeeds needs(ModelNeeds alone) {
      return device.needs(alone);
    }

    @Override
    public Word2Vec.Trained train(
        EncodedCorpus corpus,
        Word2VecConfig config,
        Arena arena,
        Progress progress,
        TrainingCheckpoints checkpoints,
        Notes notes)
        throws IOException, InterruptedException {
      return device.train(
          backend -> {
            checkpoints.require(backend);
            return DeviceWord2Vec.train(
                new Word2Vec.Run(corpus, config, arena)
                    .withProgress(progress)
                    .withCheckpoints(checkpoints.library()),
                backend);
          },
          notes);
    }
  }

  /** Another library's. */
  record Foreign(Word2VecEngine engine) implements Word2VecTrainer {
    @Override
    public Word2Vec.Trained train(
        EncodedCorpus corpus,
        Word2VecConfig config,
        Arena arena,
        Progress progress,
        TrainingCheckpoints checkpoints,
        Notes notes)
        throws InterruptedException {
      return engine.train(corpus, config, arena, progress);
    }
  }
}
