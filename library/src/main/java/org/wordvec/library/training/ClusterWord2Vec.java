package org.wordvec.library.training;

import java.io.IOException;
import java.util.Map;
import org.wordvec.cluster.Cluster;
import org.wordvec.compute.training.Progress;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** Trains Word2Vec on a cluster. */
public record ClusterWord2Vec(Word2VecConfig config, ClusterRun job)
    implements PredictionOnCluster {
  @Override
  public String model() {
    return Word2VecTraining.MODEL;
  }

  @Override
  public Map<String, Object> configuration() {
    return Configurations.of(config, job.reading());
  }

  @Override
  public ModelNeeds needs(int vocabulary) {
    return ModelNeeds.of(config, vocabulary);
  }

  @Override
  public TrainedModel train(ClusterRun.Counted counted, TrainingRun run, Progress progress)
      throws IOException, InterruptedException {
    Word2Vec.Trained trained =
        job.cluster()
            .word2vec(
                new Cluster.Prediction<>(job.text(), counted.vocabulary(), config),
                run.arena(),
                progress);
    job.noteTraffic(run);
    return new TrainedModel(
        trained.report(),
        trained::vectors,
        files -> Word2VecTraining.write(trained, counted.vocabulary(), config, files),
        configuration());
  }
}
