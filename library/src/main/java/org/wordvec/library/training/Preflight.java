package org.wordvec.library.training;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.MachineMemory;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.library.FailedException;
import org.wordvec.library.SystemResources;
import org.wordvec.vectors.output.OutputFile;

/**
 * Finds out before hours of work whether there is room for a model: checked with an empty
 * vocabulary before the corpus is read, and again when the vocabulary is known.
 *
 * @param files that will be written
 * @param checkpoints the folder of states on disk, of which there are three while one is written
 * @param trained whether no more of them will be written
 * @param advice what to change where memory is short
 */
public record Preflight(
    TrainingFiles files, @Nullable Path checkpoints, boolean trained, String advice) {
  private static final int STATES = 3;

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
                      SystemResources.size(needs.memory()),
                      SystemResources.size(text),
                      SystemResources.size(memory))
              + " in all; "
              + advice);
    }
    checkDisks(needs);
  }

  private void checkDisks(ModelNeeds needs) throws IOException {
    long output = Math.max(0, outputNeeds(needs));
    Path folder = checkpoints;
    if (folder == null || trained) {
      check(files.output(), output);
      return;
    }
    long there = CheckpointFolder.replacedBytes(folder);
    if (isSameDisk(folder, files.output())) {
      // The third state is gone before the output is written.
      long states = (STATES - 1) * needs.checkpoint();
      check(files.output(), states + Math.max(needs.checkpoint(), output) - there);
    } else {
      check(files.output(), output);
      check(folder, STATES * needs.checkpoint() - there);
    }
  }

  /** What the output takes before an older one goes, at least something; 0 for a device. */
  private long outputNeeds(ModelNeeds needs) throws IOException {
    Path output = files.output();
    return Files.exists(output) && !Files.isRegularFile(output)
        ? 0
        : Math.max(1, outputBytes(needs) - OutputFile.abandonedBytes(output));
  }

  private static boolean isSameDisk(Path one, Path other) throws IOException {
    return SystemResources.store(one).toString().equals(SystemResources.store(other).toString());
  }

  private static void check(Path path, long bytes) throws IOException {
    FileStore store = SystemResources.store(path);
    requireRoom(path, bytes, store.getUsableSpace(), store.getTotalSpace());
  }

  /** Refuses a path whose disk has too little room; a disk without a size does not tell. */
  static void requireRoom(Path path, long bytes, long free, long size) {
    if (bytes <= free || size == 0 || free < 0) {
      return;
    }
    throw new FailedException(
        free == 0
            ? path + ": this disk is full, 0 bytes are free"
            : "%s: %s are needed on this disk and %s are free"
                .formatted(path, SystemResources.size(bytes), SystemResources.size(free)));
  }

  /** About how large the output will be. */
  long outputBytes(ModelNeeds needs) {
    return needs.numbers() * files.format().bytesPerValue();
  }

  /** About how much the checkpoints take while one is written. */
  static long checkpointBytes(ModelNeeds needs) {
    return STATES * needs.checkpoint();
  }
}
