package org.wordvec.cli.text;

import java.io.IOException;
import org.wordvec.cli.base.Interruption;
import org.wordvec.cli.base.Notes;
import org.wordvec.cluster.Cluster;
import org.wordvec.cluster.ClusterEngine;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.library.Extensions;
import org.wordvec.library.FailedException;
import org.wordvec.library.training.ClusterRun;

/** Connects to Spark clusters through an extension, which is loaded on first use. */
public final class Clusters {
  public static final String SPARK = ClusterRun.SPARK;

  private Clusters() {}

  /** Connects to a cluster and prints notes about it. */
  public static Cluster open(ClusterSettings settings, Notes notes) throws IOException {
    Cluster cluster = Interruption.endAtOnceOnSignal(notes.err(), () -> engine().open(settings));
    Interruption.onSignal(cluster::silence);
    cluster.listen(notes::print);
    cluster.remarks().forEach(notes::print);
    return cluster;
  }

  private static ClusterEngine engine() throws IOException {
    try {
      return Extensions.installed().load(SPARK, ClusterEngine.class);
    } catch (FailedException e) {
      throw new FailedException(
          e.getMessage() + "; 'mvn -Dquick package' builds it, with 120 MB of libraries", e);
    }
  }

  /** Prints how much data the cluster moved. */
  public static void printTraffic(Cluster cluster, Notes notes) {
    cluster.traffic().ifPresent(notes::print);
  }
}
