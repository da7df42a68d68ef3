package org.wordvec.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/**
 * Lets a command that is stopped from outside (Ctrl-C) end its line and remove its temp files, and
 * a training write a last checkpoint.
 */
final class Interruption {
  private static final long GRACE_SECONDS = 3;
  private static final long CHECKPOINT_GRACE_SECONDS = 1800;

  private static volatile boolean withCheckpoint;

  private final CountDownLatch finished = new CountDownLatch(1);

  private Interruption() {}

  /** From now on, a signal interrupts the worker and waits a moment for it to finish. */
  static Interruption guard(Thread worker) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.stop(worker), "wordvec-interruption"));
    return interruption;
  }

  /** Whether the command at work writes a checkpoint when it is stopped, which may take longer. */
  static void endsWithCheckpoint(boolean does) {
    withCheckpoint = does;
  }

  /** Nothing is left to wait for. */
  void finished() {
    finished.countDown();
  }

  private void stop(Thread worker) {
    if (finished.getCount() == 0) {
      return;
    }
    boolean patient = withCheckpoint;
    if (patient) {
      // The JVM does not hear a second signal while it ends by the first.
      Signals.register("INT", () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED));
    }
    worker.interrupt();
    try {
      finished.await(patient ? CHECKPOINT_GRACE_SECONDS : GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
