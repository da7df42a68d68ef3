package org.wordvec.vectors.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordvec.vectors.formats.ArrayFilesTest.npy;
import static org.wordvec.vectors.formats.ArrayFilesTest.tensors;
import static org.wordvec.vectors.formats.FinalfusionTest.file;
import static org.wordvec.vectors.formats.FinalfusionTest.vocabulary;
import static org.wordvec.vectors.formats.VectorFormatTest.floats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.vectors.Samples;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;

/** Cut and damaged files of all mapped and compressed kinds: an error or finite vectors. */
class DamagedFilesTest {
  @TempDir private Path directory;

  @BeforeEach
  void writeWords() throws IOException {
    Files.writeString(directory.resolve("v.vocab"), "a\nb\n");
  }

  @Test
  void everyCutIsRefused() throws IOException {
    for (byte[] content : files()) {
      for (int length = 0; length < content.length; length++) {
        // What is left of a file without norms may be a file, but none of these is.
        assertThat(read(Arrays.copyOf(content, length))).as("%d bytes", length).isFalse();
      }
      assertThat(read(content)).isTrue();
    }
  }

  @Test
  void everyDamageIsRefusedOrRead() throws IOException {
    Random random = new Random(2);
    for (byte[] content : files()) {
      for (int i = 0; i < 300; i++) {
        byte[] damaged = content.clone();
        for (int flips = random.nextInt(3); flips >= 0; flips--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        read(damaged);
      }
    }
  }

  private List<byte[]> files() throws IOException {
    WordVectors vectors = Samples.random(2, 2, 1);
    List<byte[]> files = new ArrayList<>();
    for (String name : List.of("w.fifu", "w.safetensors", "w.bin.gz", "w.txt.zst", "w.glove.gz")) {
      Path path = directory.resolve(name);
      VectorFormat.forOutput(path).write(vectors, path);
      files.add(Files.readAllBytes(path));
    }
    files.add(npy("'<f4'", "(2, 2)", floats(1, 2, 3, 4)));
    files.add(npy("'<f8'", "(2, 1)", floats(1, 2, 3, 4)));
    files.add(tensors("F32", "[2,2]", 0, 16, floats(1, 2, 3, 4)));
    files.add(file(vocabulary(1), true));
    return files;
  }

  /** Returns whether a file can be read; reads everything in it. */
  private boolean read(byte[] content) throws IOException {
    Path path = Files.write(directory.resolve("v"), content);
    try (Arena arena = Arena.ofShared()) {
      WordVectors vectors = VectorFormat.open(path, arena);
      assertThat(vectors.size()).isPositive();
      for (int row = 0; row < vectors.size(); row++) {
        for (float value : vectors.matrix().row(row)) {
          assertThat(value).isFinite();
        }
        assertThat(vectors.words().indexOf(vectors.words().word(row))).isLessThan(vectors.size());
      }
      return true;
    } catch (VectorFormatException | CorpusException refused) {
      assertThat(refused.getMessage()).contains(directory.toString()).doesNotContain("\n");
      return false;
    } catch (UncheckedIOException foundWhenRead) {
      assertThat(foundWhenRead.getCause().getMessage()).contains("v: byte ", "not a finite");
      return false;
    }
  }
}
