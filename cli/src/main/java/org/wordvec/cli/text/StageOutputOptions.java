package org.wordvec.cli.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordvec.vectors.output.OutputFile;
import picocli.CommandLine.Option;

/** Where the outcome of a stage goes, and on how many threads it is made. */
final class StageOutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the result to this file; optional for vocab only (required).")
  private @Nullable Path output;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads (default: one per core).")
  @Nullable Integer threads;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print errors only (default: show progress on standard error).")
  boolean quiet;

  boolean isGiven() {
    return output != null;
  }

  int threads() {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (count < 1 || count > 1024) {
      throw new IllegalArgumentException("threads must be 1 to 1024, not " + count);
    }
    return count;
  }

  /** Returns the output, once it is clear that it can be written and is none of the inputs. */
  Path checked(List<String> corpus) throws IOException {
    if (output == null) {
      throw new IllegalArgumentException("-o FILE is missing: it says where the outcome goes");
    }
    OutputFile.check(output);
    for (String name : corpus) {
      if (name.equals("-")) {
        continue;
      }
      Path input = Path.of(name);
      if (Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input)) {
        throw new IllegalArgumentException(output + " is read and would be overwritten");
      }
    }
    return output;
  }
}
