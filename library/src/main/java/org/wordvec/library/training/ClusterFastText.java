package org.wordvec.library.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordvec.cluster.Cluster;
import org.wordvec.compute.training.Progress;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.Word2VecBinary;

/**
 * Trains FastText on a cluster.
 *
 * @param config of the model
 * @param pretrained file of initial vectors; null for random ones
 * @param files to write
 * @param job cluster and text
 */
public record ClusterFastText(
    FastTextConfig config, @Nullable Path pretrained, TrainingFiles files, ClusterRun job)
    implements PredictionOnCluster {
  @Override
  public String model() {
    return FastTextTraining.MODEL;
  }

  @Override
  public Map<String, Object> configuration() {
    return Configurations.of(config, pretrained, job.reading());
  }

  @Override
  public ModelNeeds needs(int vocabulary) {
    return ModelNeeds.of(config, vocabulary, files.format() instanceof Word2VecBinary);
  }

  @Override
  public TrainedModel train(ClusterRun.Counted counted, TrainingRun run, Progress progress)
      throws IOException, InterruptedException {
    WordVectors start = Pretrained.open(pretrained, config, run);
    Pretrained.check(start, counted.vocabulary(), run);
    FastText.Trained trained =
        job.cluster()
            .fasttext(
                new Cluster.Prediction<>(job.text(), counted.vocabulary(), config),
                start,
                run.arena(),
                progress);
    job.noteTraffic(run);
    return FastTextTraining.trained(
        trained, counted.vocabulary(), job.reading().limits(), run.arena(), configuration());
  }
}
