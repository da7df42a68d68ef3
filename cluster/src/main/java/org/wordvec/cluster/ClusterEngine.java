package org.wordvec.cluster;

import java.io.IOException;

/** An engine that runs clusters; an extension, found through {@link java.util.ServiceLoader}. */
public interface ClusterEngine {
  /** What it is called on the command line. */
  String name();

  /**
   * Connects.
   *
   * @throws IOException if the cluster cannot be reached or the settings do not fit it
   */
  Cluster open(ClusterSettings settings) throws IOException;
}
