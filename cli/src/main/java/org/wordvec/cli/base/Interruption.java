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
 * Lets a command that is stopped from outside (Ctrl-C) end its line and remove its temp files, and
 * a training write a last checkpoint.
 */
public final class Interruption {
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final Duration CHECKPOINT_GRACE = Duration.ofMinutes(30);

  /** What stops a process from outside, each with the exit code of a process that it killed. */
  private static final Map<String, Integer> SIGNALS =
      Map.of(
          "HUP", ExitCode.HUNG_UP,
          "INT", ExitCode.INTERRUPTED,
          "TERM", ExitCode.TERMINATED);

  private static volatile boolean withCheckpoint;
  private static volatile boolean underWay;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final PrintWriter err;

  Interruption(PrintWriter err) {
    this.err = err;
  }

  /**
   * Lets a signal interrupt the worker from now on, and wait a moment for it to finish.
   *
   * @param err is told where that moment is over and the worker has not said why it ends
   */
  public static Interruption guard(Thread worker, PrintWriter err) {
    Interruption interruption = new Interruption(err);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.stop(worker), "wordvec-interruption"));
    return interruption;
  }

  /** Whether the command at work writes a checkpoint when it is stopped, which may take longer. */
  public static void endsWithCheckpoint(boolean does) {
    withCheckpoint = does;
  }

  /**
   * Whether a command failed since it was stopped: libraries then close what it uses. A command
   * that writes a checkpoint is to say what went wrong.
   */
  static boolean isTheReason() {
    return underWay && !withCheckpoint;
  }

  /** Something that starts. */
  @FunctionalInterface
  public interface Start<T> {
    T run() throws IOException;
  }

  /**
   * Starts what keeps nothing yet and makes no sense of an interruption: a signal ends the process
   * at once.
   */
  public static <T> T endingAtOnce(PrintWriter err, Start<T> start) throws IOException {
    Map<String, Object> before = new HashMap<>();
    SIGNALS.forEach((name, code) -> before.put(name, Signals.register(name, () -> end(code, err))));
    try {
      if (Thread.interrupted()) {
        throw new CancellationException("interrupted before the start");
      }
      return start.run();
    } finally {
      before.forEach(Signals::unregister);
    }
  }

  /**
   * Lets a signal do something before the process begins to end: what libraries do at the end runs
   * beside what we do.
   */
  public static void begin(Runnable action) {
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

  /** Nothing is left to wait for. */
  public void finished() {
    finished.countDown();
  }

  private void stop(Thread worker) {
    if (finished.getCount() == 0) {
      return;
    }
    underWay = true;
    boolean patient = withCheckpoint;
    if (patient) {
      // The JVM does not hear a second signal while it ends by the first.
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
