package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.Failure;
import org.wordvec.vectors.ZeroVectorException;

/**
 * Reads damaged files of every kind. Each must be read, or rejected with one line that names the
 * file, within a time limit. {@code -Dwordvec.faults=N} mutates each sample N times; the profile
 * {@code faults} does so in a small heap.
 */
class MutatedFilesTest {
  private static final int COUNT = Integer.getInteger("wordvec.faults", 250);
  private static final long LONGEST_NANOSECONDS = 20_000_000_000L;
  private static final int SHOWN = 5;

  @TempDir private static Path folder;
  private static List<FaultSamples.Sample> samples;
  private static final Map<String, long[]> OUTCOMES = new LinkedHashMap<>();

  @BeforeAll
  static void writeSamples() throws IOException {
    samples = FaultSamples.in(folder);
  }

  @AfterAll
  static void report() throws IOException {
    StringBuilder text = new StringBuilder("kind\tmutated\tread\trefused\n");
    long[] total = new long[2];
    OUTCOMES.forEach(
        (kind, counts) -> {
          text.append(
              "%s\t%d\t%d\t%d\n".formatted(kind, counts[0] + counts[1], counts[0], counts[1]));
          total[0] += counts[0];
          total[1] += counts[1];
        });
    text.append("all\t%d\t%d\t%d\n".formatted(total[0] + total[1], total[0], total[1]));
    Files.writeString(
        Files.createDirectories(Path.of("target")).resolve("mutated-files.tsv"), text);
  }

  static Stream<String> kinds() {
    return samples.stream().map(FaultSamples.Sample::kind).distinct();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyMutatedFileIsReadOrRejected(String kind) throws Exception {
    AtomicLong started = new AtomicLong(Long.MAX_VALUE);
    AtomicReference<String> current = new AtomicReference<>("");
    List<String> wrong = new ArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              for (FaultSamples.Sample sample : samples) {
                if (sample.kind().equals(kind)) {
                  mutate(sample, started, current, wrong);
                }
              }
              started.set(Long.MAX_VALUE);
            },
            "reader of mutated files");
    reader.setDaemon(true);
    reader.start();
    while (reader.isAlive()) {
      reader.join(100);
      if (System.nanoTime() - started.get() > LONGEST_NANOSECONDS
          && started.get() != Long.MAX_VALUE) {
        String stack = Arrays.toString(reader.getStackTrace());
        throw new AssertionError(current.get() + " hangs: " + stack);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void mutate(
      FaultSamples.Sample sample,
      AtomicLong started,
      AtomicReference<String> current,
      List<String> wrong) {
    FileMutation mutation = new FileMutation(sample.content(), sample.other());
    long[] counts = OUTCOMES.computeIfAbsent(sample.kind(), kind -> new long[2]);
    // What is beside a sample has this name too.
    Path path = folder.resolve("mutated.npy");
    started.set(System.nanoTime());
    String whole = problem(sample, sample.packing().apply(sample.content()), path);
    if (!whole.isEmpty()
        && !whole.contains("is an .npz archive")
        && !whole.contains("can be kept")) {
      wrong.add(sample.kind() + ", not mutated at all: " + whole);
    }
    for (int i = 0; i < COUNT && wrong.size() < SHOWN; i++) {
      byte[] content = sample.packing().apply(mutation.number(i, COUNT));
      current.set(sample.kind() + " number " + i);
      started.set(System.nanoTime());
      String problem = problem(sample, content, path);
      counts[problem.isEmpty() ? 0 : 1]++;
      if (problem.startsWith("FORBIDDEN")) {
        wrong.add("%s number %d: %s".formatted(sample.kind(), i, problem));
        keep(content, sample.kind() + i);
      }
    }
  }

  private static void keep(byte[] content, String name) {
    try {
      Files.write(
          Files.createDirectories(Path.of("target/mutated")).resolve(name.replaceAll("\\W", "-")),
          content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns why a file is rejected, if it is. */
  private static String problem(FaultSamples.Sample sample, byte[] content, Path path) {
    try {
      Files.write(path, content);
      sample.how().read(path);
      return "";
    } catch (ZeroVectorException readWhole) {
      // A word that is asked for may have a vector of zeros: an answer about a file that was read.
      return "";
    } catch (Throwable thrown) {
      Failure failure = Failure.of(thrown);
      boolean clear =
          failure.exitCode() == ExitCode.FAILURE
              && (thrown instanceof IOException || thrown instanceof UncheckedIOException)
              && failure.line().contains("mutated.")
              && !failure.line().contains("more than the system gives");
      if (clear) {
        return failure.line();
      }
      return "FORBIDDEN %s at %s"
          .formatted(
              thrown, Arrays.stream(thrown.getStackTrace()).limit(6).map(String::valueOf).toList());
    }
  }
}
