package org.wordvec.library.training;

import java.io.IOException;

/** Trains a family that predicts words on a cluster, which counts the words first. */
sealed interface PredictionOnCluster extends TrainingStrategy<ClusterRun.Counted>
    permits ClusterWord2Vec, ClusterFastText {
  /** Returns what the cluster reads. */
  ClusterRun job();

  @Override
  default String engine() {
    return ClusterRun.SPARK;
  }

  @Override
  default Unit unit() {
    return Unit.WORDS;
  }

  @Override
  default ClusterRun.Counted read(TrainingRun run) throws IOException, InterruptedException {
    ClusterRun.Counted counted = job().count(run);
    run.settings().preflight().check(needs(counted.vocabulary().size()), 0);
    return counted;
  }
}
