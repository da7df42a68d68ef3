package org.wordvec.library.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.training.CheckpointFolder;
import org.wordvec.library.FailedException;

/**
 * A finished training, which cannot be resumed.
 *
 * @param folder of its checkpoints
 * @param line the note that it left there, which ends with the file of the vectors
 */
public record FinishedTraining(Path folder, String line) {
  private static final String WROTE = " and wrote ";

  /** Returns the finished training of a folder, if there is one. */
  public static Optional<FinishedTraining> in(Path folder) throws IOException {
    return CheckpointFolder.generations(folder).isEmpty()
        ? CheckpointFolder.finished(folder)
            .filter(line -> line.contains(WROTE))
            .map(line -> new FinishedTraining(folder, line))
        : Optional.empty();
  }

  /** Returns the note that a training leaves in its folder. */
  static String line(String time, Path output) {
    return "a training ended at " + time + WROTE + output.toAbsolutePath();
  }

  /** Throws if there are options or files that would have to agree with a resumed training. */
  public void rejectArguments(List<String> arguments) {
    if (!arguments.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: the training is finished and wrote %s, so '%s' has no effect; omit it, or train again"
              .formatted(folder, output(), String.join(" ", arguments)));
    }
  }

  /**
   * Throws if options name a file that does not exist and would not be written.
   *
   * @param requested output; null for the file that was written
   * @param report null for none
   * @param analogies null for none
   */
  public void requireWritten(
      @Nullable Path requested, @Nullable Path report, @Nullable Path analogies)
      throws IOException {
    Path output = output();
    if (requested != null && !isSame(requested, output)) {
      throw new FailedException(
          "%s: the training is finished and wrote %s, so %s is not written; run 'wordvec convert %s %s', or train again"
              .formatted(folder, output, requested, output, requested));
    }
    boolean reported = report != null && Files.exists(report);
    if (!reported && (report != null || analogies != null)) {
      throw new FailedException(
          "%s: the training is finished and wrote %s, so no report is written; omit %s, or train again"
              .formatted(folder, output, report == null ? "--report-analogies" : "--report"));
    }
  }

  private Path output() {
    return Path.of(line.substring(line.indexOf(WROTE) + WROTE.length()));
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return one.toAbsolutePath().normalize().equals(other.normalize())
        || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
  }

  /** Returns a message that nothing is left to do, for display. */
  public String message() {
    return folder + ": nothing left to do: " + line;
  }
}
