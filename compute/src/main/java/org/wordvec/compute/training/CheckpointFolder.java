package org.wordvec.compute.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.wordvec.compute.NamedChannel;

/**
 * The folder of a run's checkpoints: the last two that are whole, each a file whose name tells its
 * slice, while a third is being written under a name of its own. One run at a time has it.
 */
public final class CheckpointFolder implements AutoCloseable {
  private static final int GENERATIONS = 2;
  private static final String END = ".checkpoint";
  private static final String UNFINISHED = ".unfinished";
  private static final String FINISHED = "finished.txt";

  private final Path path;
  private final FolderLock lock;

  private CheckpointFolder(Path path, FolderLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * A checkpoint that is whole.
   *
   * @param path its file
   * @param checkpoint what it holds besides the matrices
   */
  public record Saved(Path path, Checkpoint checkpoint) {}

  /**
   * Opens a folder, creates it where it is missing, and locks it until it is closed.
   *
   * @throws IOException if it cannot be written or another run has it
   */
  public static CheckpointFolder open(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new IOException(path + ": cannot keep checkpoints, this is no folder");
    }
    if (Files.isSymbolicLink(path) && !Files.exists(path)) {
      throw new IOException(path + ": cannot keep checkpoints, this is a link that leads nowhere");
    }
    Files.createDirectories(path);
    if (!Files.isWritable(path)) {
      throw new IOException(path + ": cannot keep checkpoints, no permission to write");
    }
    FolderLock lock = FolderLock.of(path);
    if (lock == null) {
      throw new IOException(path + ": another training is using these checkpoints");
    }
    return new CheckpointFolder(path, lock);
  }

  /** Returns the folder. */
  public Path path() {
    return path;
  }

  /** Returns the line that a finished training left behind, if there is one. */
  public static Optional<String> finished(Path path) throws IOException {
    Path file = path.resolve(FINISHED);
    return Files.isRegularFile(file)
        ? Optional.of(Files.readString(file).strip())
        : Optional.empty();
  }

  /** Returns the files of checkpoints, the newest first. */
  public static List<Path> generations(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(END))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  /**
   * Returns the newest checkpoint that is whole.
   *
   * @param damaged receives the reason for each that is not
   */
  public static Optional<Saved> newest(Path path, Consumer<IOException> damaged)
      throws IOException {
    for (Path file : generations(path)) {
      try {
        return Optional.of(new Saved(file, CheckpointFile.verify(file)));
      } catch (IOException e) {
        damaged.accept(e);
      }
    }
    return Optional.empty();
  }

  /** Writes a checkpoint, whole or not at all, and removes those before the last. */
  Path write(Checkpoint checkpoint, List<TrainingState.Part> parts) throws IOException {
    Path target = path.resolve(String.format(Locale.ROOT, "slice-%012d%s", checkpoint.next(), END));
    Path unfinished = path.resolve(target.getFileName() + UNFINISHED);
    try {
      Files.deleteIfExists(unfinished);
      CheckpointFile.write(unfinished, checkpoint, parts);
      rename(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    List<Path> all = generations(path);
    removeAll(all.subList(Math.min(GENERATIONS, all.size()), all.size()));
    return target;
  }

  /** Reads the matrices of a checkpoint and removes all that are newer, which are damaged. */
  void load(Saved saved, List<TrainingState.Part> parts) throws IOException {
    CheckpointFile.load(saved.path(), parts);
    for (Path file : generations(path)) {
      if (file.compareTo(saved.path()) > 0) {
        Files.delete(file);
      }
    }
    removeUnfinished();
  }

  /** Removes all checkpoints, for a run that begins from the start. */
  void clear() throws IOException {
    removeAll(generations(path));
    removeUnfinished();
    Files.deleteIfExists(path.resolve(FINISHED));
  }

  /**
   * Removes the checkpoints of a run that is finished, and leaves a line that says so. The newest
   * goes last, so that there is always one of the two, unless the disk has no room for both.
   *
   * @param line for the next reader of the folder
   */
  public void finish(String line) throws IOException {
    removeUnfinished();
    List<Path> all = generations(path);
    if (!all.isEmpty()) {
      removeAll(all.subList(1, all.size()));
    }
    try {
      writeFinished(line);
    } catch (IOException full) {
      removeAll(generations(path));
      writeFinished(line);
    }
    removeAll(generations(path));
  }

  private void writeFinished(String line) throws IOException {
    Path finished = path.resolve(FINISHED);
    Path unfinished = path.resolve(FINISHED + UNFINISHED);
    try {
      Files.deleteIfExists(unfinished);
      try (NamedChannel file =
          NamedChannel.open(
              unfinished,
              finished.toString(),
              "",
              StandardOpenOption.WRITE,
              StandardOpenOption.CREATE_NEW)) {
        file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        file.force();
      }
      rename(unfinished, finished);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Gives a file its final name, and forces it to the disk. */
  private void rename(Path unfinished, Path target) throws IOException {
    try {
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw NamedChannel.failure(e, target.toString(), "write");
    }
    NamedChannel.forceFolder(path);
  }

  private static void removeAll(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.delete(file);
    }
  }

  /** Returns the bytes in a folder that a run will replace: checkpoints and parts of them. */
  public static long replacedBytes(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(path)) {
      long bytes = 0;
      for (Path file : files.filter(CheckpointFolder::isReplaced).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  private void removeUnfinished() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      removeAll(files.filter(CheckpointFolder::isUnfinished).toList());
    }
  }

  private static boolean isReplaced(Path file) {
    return file.getFileName().toString().endsWith(END) || isUnfinished(file);
  }

  private static boolean isUnfinished(Path file) {
    return file.getFileName().toString().endsWith(UNFINISHED);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
