package org.wordvec.cluster;

import java.io.IOException;

/** Opens clusters; implemented by extensions, found through {@link java.util.ServiceLoader}. */
public interface ClusterEngine {
  /** Returns the engine's name on the command line. */
  String name();

  /**
   * Connects to a cluster.
   *
   * @throws IllegalArgumentException if the cluster's name is invalid
   * @throws IOException if the cluster cannot be used
   */
  Cluster open(ClusterSettings settings) throws IOException;
}
