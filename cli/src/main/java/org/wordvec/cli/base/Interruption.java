package org.wordvec.cli.base;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/**
 * Lets an interrupted command (Ctrl-C) remove its temporary files, and a training write a last
 * checkpoint, before the process ends.
 */
public final class Interruption {
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final Duration CHECKPOINT_GRACE = Duration.ofMinutes(30);

  /** Signals that interrupt a command, with the exit codes of processes killed by them. */
  private static final Map<String, Integer> SIGNALS =
      Map.of(
          "HUP", ExitCode.HUNG_UP,
          "INT", ExitCode.INTERRUPTED,
          "TERM", ExitCode.TERMINATED);

  private static volatile boolean writesCheckpoint;
  private static volatile boolean stopping;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final PrintWriter err;

  Interruption(PrintWriter err) {
    this.err = err;
  }

  /**
   * Installs a shutdown hook that interrupts a thread and waits a few seconds for it to finish.
   *
   * @param err receives a line if the thread has not finished by then
   */
  public static Interruption guard(Thread worker, PrintWriter err) {
    Interruption interruption = new Interruption(err);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.stop(worker), "wordvec-interruption"));
    return interruption;
  }

  /**
   * Sets whether the running command writes a checkpoint when it is interrupted, which may take
   * longer.
   */
  public static void setWritesCheckpoint(boolean does) {
    writesCheckpoint = does;
  }

  /**
   * Returns whether an exception of the running command should count as an interruption, since
   * libraries close resources during shutdown. A command that writes a checkpoint reports its
   * exceptions.
   */
  static boolean hidesFailures() {
    return stopping && !writesCheckpoint;
  }

  /** An operation that can be ended at once. */
  @FunctionalInterface
  public interface Operation<T> {
    T run() throws IOException;
  }

  /**
   * Runs an operation that holds no data yet and does not react to interruption: a signal ends the
   * process at once.
   */
  public static <T> T endAtOnceOnSignal(PrintWriter err, Operation<T> operation)
      throws IOException {
    Map<String, Object> before = new HashMap<>();
    SIGNALS.forEach((name, code) -> before.put(name, Signals.register(name, () -> end(code, err))));
    try {
      if (Thread.interrupted()) {
        throw new CancellationException("interrupted before it started");
      }
      return operation.run();
    } finally {
      before.forEach(Signals::unregister);
    }
  }

  /**
   * Runs an action when a signal arrives, before the process starts to shut down. Shutdown hooks of
   * libraries would run at the same time as ours.
   */
  public static void onSignal(Runnable action) {
    SIGNALS.forEach(
        (name, code) ->
            Signals.register(
                name,
                () -> {
                  action.run();
                  Runtime.getRuntime().exit(code);
                }));
  }

  private static void end(int code, PrintWriter err) {
    err.println("wordvec: interrupted");
    Runtime.getRuntime().halt(code);
  }

  /** Tells the shutdown hook that the command has finished. */
  public void finished() {
    finished.countDown();
  }

  private void stop(Thread worker) {
    if (finished.getCount() == 0) {
      return;
    }
    stopping = true;
    boolean patient = writesCheckpoint;
    if (patient) {
      // The JVM ignores a second signal while it shuts down.
      Signals.register("INT", () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED));
    }
    worker.interrupt();
    await(patient ? CHECKPOINT_GRACE : GRACE);
  }

  /** Waits until the worker has finished, and speaks for it where it has not in time. */
  void await(Duration most) {
    try {
      if (!finished.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
        err.println("wordvec: interrupted");
        err.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
