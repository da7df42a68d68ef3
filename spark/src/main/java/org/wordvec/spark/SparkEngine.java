package org.wordvec.spark;

import java.io.IOException;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterEngine;
import org.wordvec.cluster.ClusterSettings;

/** Apache Spark, as {@link java.util.ServiceLoader} finds it. */
public final class SparkEngine implements ClusterEngine {
  /** For the loader. */
  public SparkEngine() {}

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public Cluster open(ClusterSettings settings) throws IOException {
    return new SparkCluster(Contexts.open(settings), settings);
  }
}
