package org.wordvec.vectors.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.vectors.Samples;
import org.wordvec.vectors.UnknownWordException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.search.Neighbors;

/** Files of vectors that are modified while they are searched. */
class ChangedFilesTest {
  private static final int ROUNDS = 20;

  @TempDir private Path folder;

  /** A crash of the JVM would fail the build here. */
  @ParameterizedTest
  @ValueSource(strings = {"a.bin", "a.fifu", "a.npy", "a.safetensors"})
  void aFileThatIsCutUnderASearchIsAnError(String name) throws IOException {
    WordVectors vectors = Samples.random(4000, 100, 1);
    Path file = folder.resolve(name);
    VectorFormat.forOutput(file).write(vectors, file);
    byte[] whole = Files.readAllBytes(file);
    List<String> few = List.of("w1", "w2");
    List<String> many = IntStream.range(0, 300).mapToObj(i -> "w" + i).toList();
    for (int round = 0; round < ROUNDS; round++) {
      Files.write(file, whole);
      List<String> words = round % 2 == 0 ? few : many;
      long pause = round * 50_000L;
      try (Arena arena = Arena.ofShared()) {
        WordVectors mapped = VectorFormat.open(file, arena);
        CompletableFuture<Void> cut = CompletableFuture.runAsync(() -> cut(file, pause));
        // The page across the new end is zero behind it, so that a word there is unknown.
        assertThatThrownBy(
                () -> {
                  while (true) {
                    new Neighbors(mapped).nearest(words, 5, 2);
                    mapped.requireUnchanged();
                  }
                })
            .isInstanceOfAny(
                InternalError.class, UncheckedIOException.class, UnknownWordException.class);
        cut.join();
        assertThatThrownBy(mapped::requireUnchanged)
            .isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining(file + ": was cut or overwritten");
      }
    }
  }

  @Test
  void whatIsCopiedFromAChangedFileIsRefused() throws IOException {
    Path file = folder.resolve("a.bin");
    Path copy = folder.resolve("copy.fifu");
    VectorFormat.forOutput(file).write(Samples.random(50, 8, 1), file);
    byte[] other = Files.readAllBytes(file);
    other[other.length - 3] ^= 1;
    try (Arena arena = Arena.ofShared()) {
      WordVectors mapped = VectorFormat.open(file, arena);
      assertThat(mapped.select(new int[] {1, 0}, arena).size()).isEqualTo(2);
      Files.write(file, other);
      assertThatThrownBy(() -> mapped.select(new int[] {1, 0}, arena))
          .isInstanceOf(UncheckedIOException.class);
      assertThatThrownBy(() -> VectorFormat.forOutput(copy).write(mapped, copy))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(copy).doesNotExist();
    }
  }

  private static void cut(Path file, long pause) {
    LockSupport.parkNanos(pause);
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(20_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
