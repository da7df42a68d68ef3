package org.wordvec.spark.session;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.wordvec.compute.training.DivergedException;

/** Runs jobs on the driver with their failures translated, and counts the cores of a task. */
public final class Jobs {
  private Jobs() {}

  /** Returns the number of cores of the task that runs on this thread; 1 outside of tasks. */
  public static int threads() {
    TaskContext task = TaskContext.get();
    return task == null ? 1 : Math.max(1, task.cpus());
  }

  /**
   * Runs a job.
   *
   * @throws IOException that a task has thrown, unchanged; or one that says why the job failed
   * @throws CancellationException if this thread was interrupted
   */
  public static <T> T run(Supplier<T> job) throws IOException {
    try {
      return job.get();
    } catch (Exception e) {
      // Scala throws checked exceptions without declaring them.
      throw failure(e);
    }
  }

  private static IOException failure(Exception thrown) {
    if (thrown instanceof InterruptedException) {
      throw new CancellationException("the job was interrupted");
    }
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case IOException own -> {
          return own;
        }
        case IllegalArgumentException own -> throw own;
        case DivergedException own -> throw own;
        case OutOfMemoryError own -> throw own;
        default -> {}
      }
    }
    if (thrown instanceof SparkException) {
      String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
      return new IOException("Spark: " + message, thrown);
    }
    throw thrown instanceof RuntimeException own ? own : new IllegalStateException(thrown);
  }
}
