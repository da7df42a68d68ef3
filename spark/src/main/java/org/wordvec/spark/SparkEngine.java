package org.wordvec.spark;

import java.io.IOException;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterEngine;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.spark.session.DriverContext;

/** Opens clusters of Apache Spark; found by {@link java.util.ServiceLoader}. */
public final class SparkEngine implements ClusterEngine {
  /** Creates the engine, for the service loader. */
  public SparkEngine() {}

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public Cluster open(ClusterSettings settings) throws IOException {
    return new SparkCluster(DriverContext.open(settings), settings);
  }
}
