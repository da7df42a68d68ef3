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
 * Checks before hours of work that there is enough memory and disk space for a model: once with an
 * empty vocabulary before the corpus is read, and again when the vocabulary is known.
 *
 * @param files to write
 * @param checkpoints folder of checkpoints, which has three of them while one is written; null for
 *     none
 * @param trained whether no more checkpoints will be written
 * @param advice what to change if memory is insufficient
 */
public record Preflight(
    TrainingFiles files, @Nullable Path checkpoints, boolean trained, String advice) {
  private static final int CHECKPOINTS = 3;

  /**
   * Throws a {@link FailedException} if memory or disk space is insufficient; unknown sizes are
   * ignored.
   *
   * @param text bytes that the corpus takes in memory
   */
  void check(ModelNeeds needs, long text) throws IOException {
    long memory = MachineMemory.total();
    long wanted = needs.memory() + text;
    if (memory > 0 && wanted > memory) {
      throw new FailedException(
          "not enough memory: the model takes %s and the text %s, this machine has %s"
                  .formatted(
                      SystemResources.size(needs.memory()),
                      SystemResources.size(text),
                      SystemResources.size(memory))
              + " in total; "
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
      // The third checkpoint is removed before the output is written.
      long kept = (CHECKPOINTS - 1) * needs.checkpoint();
      check(files.output(), kept + Math.max(needs.checkpoint(), output) - there);
    } else {
      check(files.output(), output);
      check(folder, CHECKPOINTS * needs.checkpoint() - there);
    }
  }

  /**
   * Returns the bytes that the output takes before the older file is removed, at least 1; 0 for a
   * device.
   */
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

  /** Throws if the disk of a path has too little space; a disk of unknown size is ignored. */
  static void requireRoom(Path path, long bytes, long free, long size) {
    if (bytes <= free || size == 0 || free < 0) {
      return;
    }
    throw new FailedException(
        free == 0
            ? path + ": the disk is full"
            : "%s: needs %s of disk space, only %s are free"
                .formatted(path, SystemResources.size(bytes), SystemResources.size(free)));
  }

  /** Returns the approximate size of the output in bytes. */
  long outputBytes(ModelNeeds needs) {
    return needs.numbers() * files.format().bytesPerValue();
  }

  /** Returns the approximate bytes of all checkpoints while one is written. */
  static long checkpointBytes(ModelNeeds needs) {
    return CHECKPOINTS * needs.checkpoint();
  }
}
