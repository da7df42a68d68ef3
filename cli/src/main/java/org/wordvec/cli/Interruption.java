package org.wordvec.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a command that is stopped from outside (Ctrl-C) end its line and remove its temp files. */
final class Interruption {
  private static final long GRACE_SECONDS = 3;

  private final CountDownLatch finished = new CountDownLatch(1);

  private Interruption() {}

  /** From now on, a signal interrupts the worker and waits a moment for it to finish. */
  static Interruption guard(Thread worker) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interruption.stop(worker), "wordvec-interruption"));
    return interruption;
  }

  /** Nothing is left to wait for. */
  void finished() {
    finished.countDown();
  }

  private void stop(Thread worker) {
    if (finished.getCount() == 0) {
      return;
    }
    worker.interrupt();
    try {
      finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
