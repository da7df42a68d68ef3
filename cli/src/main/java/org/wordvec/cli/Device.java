package org.wordvec.cli;

/** What the user wants to train on. */
enum Device {
  /** The fastest there is. */
  AUTO,
  CPU,
  CUDA;

  /** Refuses what this version cannot do, and says where {@code AUTO} ended. */
  void choose(Notes notes) {
    switch (this) {
      case AUTO -> notes.say("training on the CPU (no GPU support in this version)");
      case CPU -> {}
      case CUDA ->
          throw new FailedException(
              "--device cuda is not built yet: use --device cpu, or leave the option out");
    }
  }
}
