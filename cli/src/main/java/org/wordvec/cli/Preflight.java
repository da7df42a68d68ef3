package org.wordvec.cli;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.MachineMemory;

/**
 * Finds out before hours of work whether there is room for a model: checked with an empty
 * vocabulary before the corpus is read, and again when the vocabulary is known.
 *
 * @param files that will be written
 * @param checkpoints the folder of states on disk, of which there are three while one is written
 * @param advice what to change where memory is short
 */
record Preflight(TrainingFiles files, @Nullable Path checkpoints, String advice) {
  private static final int STATES = 3;
  private static final int BYTES_OF_TEXT = 10;

  /**
   * Throws a {@link FailedException} that says what is short; what cannot be found out is not.
   *
   * @param text bytes that the corpus takes in memory
   */
  void check(ModelNeeds needs, long text) throws IOException {
    long memory = MachineMemory.total();
    long wanted = needs.memory() + text;
    if (memory > 0 && wanted > memory) {
      throw new FailedException(
          "out of memory before the start: the model takes %s and the text %s, this machine has %s"
                  .formatted(
                      MachineRoom.size(needs.memory()),
                      MachineRoom.size(text),
                      MachineRoom.size(memory))
              + " in all; "
              + advice);
    }
    Map<String, Long> wantedOn = new LinkedHashMap<>();
    check(files.output(), outputBytes(needs), wantedOn);
    if (checkpoints != null) {
      check(checkpoints, STATES * needs.checkpoint(), wantedOn);
    }
  }

  private static void check(Path path, long bytes, Map<String, Long> wantedOn) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      return;
    }
    FileStore store = MachineRoom.store(path);
    long all = wantedOn.merge(store.toString(), bytes, Long::sum);
    long free = store.getUsableSpace();
    // Some file systems do not tell.
    if (free > 0 && all > free) {
      throw new FailedException(
          "%s: %s are needed on this disk and %s are free"
              .formatted(path, MachineRoom.size(all), MachineRoom.size(free)));
    }
  }

  /** About how large the output will be. */
  long outputBytes(ModelNeeds needs) {
    return needs.numbers() * (files.format().description().contains("text") ? BYTES_OF_TEXT : 4);
  }

  /** About how much the checkpoints take while one is written. */
  static long checkpointBytes(ModelNeeds needs) {
    return STATES * needs.checkpoint();
  }
}
