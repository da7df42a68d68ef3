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

/** Clusters of Spark: an extension, loaded when something asks for it. */
public final class Clusters {
  public static final String SPARK = ClusterRun.SPARK;

  private Clusters() {}

  /** Connects, and says to what. */
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
          e.getMessage() + "; mvn -Dquick package builds it, with 120 MB of libraries", e);
    }
  }

  /** Says what the cluster moved. */
  public static void sayTraffic(Cluster cluster, Notes notes) {
    cluster.traffic().ifPresent(notes::print);
  }
}
