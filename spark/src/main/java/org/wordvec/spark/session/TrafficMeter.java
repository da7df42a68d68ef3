package org.wordvec.spark.session;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up the bytes that tasks move, as Spark's own metrics report them. */
public final class TrafficMeter extends SparkListener {
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong readFromOthers = new AtomicLong();
  private final AtomicLong results = new AtomicLong();
  private final AtomicLong broadcast = new AtomicLong();

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    TaskMetrics metrics = end.taskMetrics();
    if (metrics != null) {
      written.addAndGet(metrics.shuffleWriteMetrics().bytesWritten());
      read.addAndGet(metrics.shuffleReadMetrics().totalBytesRead());
      readFromOthers.addAndGet(metrics.shuffleReadMetrics().remoteBytesRead());
      results.addAndGet(metrics.resultSize());
    }
  }

  /** Adds the size of a broadcast to every executor, which Spark's metrics lack. */
  public void broadcast(long bytes) {
    broadcast.addAndGet(bytes);
  }

  /** Returns one line for the user. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "moved %.1f MB into shuffles and %.1f MB out of them (%.1f from other machines), %.1f"
            + " MB to the driver, %.1f MB from it to each machine",
        megabytes(written),
        megabytes(read),
        megabytes(readFromOthers),
        megabytes(results),
        megabytes(broadcast));
  }

  private static double megabytes(AtomicLong bytes) {
    return bytes.get() * 1e-6;
  }
}
