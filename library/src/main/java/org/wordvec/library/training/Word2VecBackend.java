package org.wordvec.library.training;

import java.io.IOException;
import org.wordvec.compute.training.Progress;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;
import org.wordvec.word2vec.Word2VecEngine;
import org.wordvec.word2vec.device.DeviceWord2Vec;

/** Trainers of Word2Vec on this machine. */
public sealed interface Word2VecBackend {
  /** Returns the name of the program that trains. */
  String name();

  /** Returns the needs of a model with this trainer. */
  ModelNeeds needs(ModelNeeds alone);

  /** Trains a model, with matrices in the arena of the run. */
  Word2Vec.Trained train(
      EncodedCorpus corpus, Word2VecConfig config, TrainingRun run, Progress progress)
      throws IOException, InterruptedException;

  /** This program's own kernels, on a device. */
  record Own(TrainingDevice device) implements Word2VecBackend {
    @Override
    public String name() {
      return "wordvec";
    }

    @Override
    public ModelNeeds needs(ModelNeeds alone) {
      return device.needs(alone);
    }

    @Override
    public Word2Vec.Trained train(
        EncodedCorpus corpus, Word2VecConfig config, TrainingRun run, Progress progress)
        throws IOException, InterruptedException {
      return device.train(
          run,
          backend ->
              DeviceWord2Vec.train(
                  new Word2Vec.Run(corpus, config, run.arena())
                      .withProgress(progress)
                      .withCheckpoints(run.checkpoints().library()),
                  backend));
    }
  }

  /** Another library's trainer, which has no checkpoints. */
  record Foreign(String name, Word2VecEngine engine) implements Word2VecBackend {
    @Override
    public ModelNeeds needs(ModelNeeds alone) {
      return alone;
    }

    @Override
    public Word2Vec.Trained train(
        EncodedCorpus corpus, Word2VecConfig config, TrainingRun run, Progress progress)
        throws InterruptedException {
      return engine.train(corpus, config, run.arena(), progress);
    }
  }
}
