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
 * A training that came to its end, of which nothing is left to resume.
 *
 * @param folder of its checkpoints
 * @param line what it left there, which ends with the file of the vectors
 */
public record FinishedTraining(Path folder, String line) {
  private static final String WROTE = " and wrote ";

  /** Finds out whether the training of a folder came to its end. */
  public static Optional<FinishedTraining> in(Path folder) throws IOException {
    return CheckpointFolder.generations(folder).isEmpty()
        ? CheckpointFolder.finished(folder)
            .filter(line -> line.contains(WROTE))
            .map(line -> new FinishedTraining(folder, line))
        : Optional.empty();
  }

  /** Returns what a training leaves behind that wrote this file. */
  static String line(String time, Path output) {
    return "a training ended at " + time + WROTE + output.toAbsolutePath();
  }

  /** Refuses options and files that a training which goes on would compare with its own. */
  public void refuse(List<String> arguments) {
    if (!arguments.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: the training is finished and wrote %s, and '%s' cannot change it any more; leave it out, or train anew"
              .formatted(folder, output(), String.join(" ", arguments)));
    }
  }

  /**
   * Refuses options that ask for a file which is not there and would not be written.
   *
   * @param asked null for the file that was written
   * @param report null for none
   * @param analogies null for none
   */
  public void requireWritten(@Nullable Path asked, @Nullable Path report, @Nullable Path analogies)
      throws IOException {
    Path output = output();
    if (asked != null && !isSame(asked, output)) {
      throw new FailedException(
          "%s: the training is finished and wrote %s, so that %s is not written; run 'wordvec convert %s %s', or train anew"
              .formatted(folder, output, asked, output, asked));
    }
    boolean reported = report != null && Files.exists(report);
    if (!reported && (report != null || analogies != null)) {
      throw new FailedException(
          "%s: the training is finished and wrote %s, so that no report is written; leave %s out, or train anew"
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

  /** Returns that nothing is left to do, for people. */
  public String message() {
    return folder + ": nothing is left to do here: " + line;
  }
}
