package org.wordvec.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.cluster.ClusterText;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;

/** Two executors in JVMs of their own, as Spark starts them from an installation. */
final class TestCluster {
  static final String MASTER = "local-cluster[2,1,1024]";

  private TestCluster() {}

  /**
   * Creates what Spark requires of an installation; classes come from this process's class path.
   */
  static void prepare(String partBytes) throws IOException {
    Path home = Path.of(Objects.requireNonNull(System.getenv("SPARK_HOME"), "SPARK_HOME"));
    Files.createDirectories(home.resolve("jars"));
    System.setProperty("spark.executor.memory", "512m");
    System.setProperty("spark.wordvec.partBytes", partBytes);
  }

  static SparkCluster open(int shards, long roundTokens, Path folder) throws IOException {
    return (SparkCluster) new SparkEngine().open(settings(shards, roundTokens, folder));
  }

  static ClusterSettings settings(int shards, long roundTokens, Path folder) {
    return new ClusterSettings(
        Optional.of(MASTER), shards, roundTokens, Optional.of(folder.toUri().toString()));
  }

  static ClusterText text(Tokenization tokenization, Path... paths) {
    return new ClusterText(
        Arrays.stream(paths).map(Path::toString).toList(),
        Corpus.Reading.PLAIN,
        tokenization,
        Optional.empty(),
        List.of());
  }
}
