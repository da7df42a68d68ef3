package org.wordvec.senses.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.SenseTable;
import org.wordvec.senses.induction.TreeTable;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.TensorFile;

class SenseFileTest {
  @TempDir private Path directory;
  @AutoClose private final Arena arena = Arena.ofShared();

  private WordVectors vectors(List<String> words) {
    return new WordVectors(WordList.of(words), Matrix.allocate(arena, words.size(), 2));
  }

  private static List<String> senses(SenseInventory inventory) {
    List<String> names = new ArrayList<>();
    for (int word = 0; word < inventory.words().size(); word++) {
      for (int sense = 0; sense < inventory.senses().senses(word); sense++) {
        names.add(inventory.name(word, sense));
      }
    }
    return names;
  }

  @Test
  void isBesideTheVectors() {
    assertThat(SenseFile.beside(Path.of("a", "b.bin"))).isEqualTo(Path.of("a", "b.bin.senses"));
    assertThat(SenseFile.beside(Path.of("b"))).isEqualTo(Path.of("b.senses"));
  }

  @Test
  void comesBackToTheLastBit() throws IOException {
    SenseInventory written = Inventories.random(arena, 3);
    Path path = directory.resolve("v.bin.senses");
    SenseFile.write(written, vectors(senses(written)), path);
    assertSame(SenseFile.open(path, arena), written);
    assertSame(SenseFile.open(path, vectors(senses(written)), arena), written);
  }

  @Test
  void anInventoryWithoutSensesComesBack() throws IOException {
    SenseInventory written = Inventories.plain(arena);
    Path path = directory.resolve("v.bin.senses");
    SenseFile.write(written, vectors(senses(written)), path);
    assertSame(SenseFile.open(path, arena), written);
    SenseInventory read = SenseFile.open(path, vectors(senses(written)), arena);
    assertThat(read.clusters(0)).isEmpty();
    assertThat(read.name(0, 0)).isEqualTo(written.words().word(0));
  }

  static void assertSame(SenseInventory found, SenseInventory written) {
    assertThat(words(found.words())).isEqualTo(words(written.words()));
    assertThat(found.settings()).isEqualTo(written.settings());
    assertThat(found.space().weights()).isEqualTo(written.space().weights());
    assertThat(found.space().features()).isEqualTo(written.space().features());
    for (int word = 0; word < written.words().size(); word++) {
      assertThat(found.space().vectors().row(word)).isEqualTo(written.space().vectors().row(word));
    }
    TreeTable trees = found.trees();
    assertThat(trees.words()).isEqualTo(written.trees().words());
    assertThat(trees.parents()).isEqualTo(written.trees().parents());
    assertThat(trees.separations()).isEqualTo(written.trees().separations());
    assertThat(trees.shares()).isEqualTo(written.trees().shares());
    for (int row = 0; row < trees.rows(); row++) {
      assertThat(trees.means().apply(row)).isEqualTo(written.trees().means().apply(row));
    }
    SenseTable senses = found.senses();
    assertThat(senses.words()).isEqualTo(written.senses().words());
    assertThat(senses.clusters()).isEqualTo(written.senses().clusters());
    assertThat(senses.shares()).isEqualTo(written.senses().shares());
  }

  private static List<String> words(WordList words) {
    return IntStream.range(0, words.size()).mapToObj(words::word).toList();
  }

  @Test
  void isRefusedBesideOtherVectors() throws IOException {
    SenseInventory written = Inventories.random(arena, 3);
    Path path = directory.resolve("v.bin.senses");
    SenseFile.write(written, vectors(senses(written)), path);
    List<String> fewer = new ArrayList<>(senses(written));
    fewer.removeLast();
    List<String> more = new ArrayList<>(senses(written));
    more.add("another");
    List<String> others = new ArrayList<>(senses(written));
    String renamed = others.stream().filter(name -> name.endsWith("#2")).findFirst().orElseThrow();
    others.set(others.indexOf(renamed), "another");
    assertRefused(path, fewer, "");
    assertRefused(path, more, "there are " + more.size() + " vectors, not " + (more.size() - 1));
    assertRefused(path, others, "there is no " + renamed);
    assertRefused(path, words(written.words()), "there is no ");
  }

  @Test
  void isRefusedBesideOtherValuesOfTheSameSenses() throws IOException {
    SenseInventory written = Inventories.random(arena, 3);
    Path path = directory.resolve("v.bin.senses");
    WordVectors vectors = vectors(senses(written));
    SenseFile.write(written, vectors, path);
    Matrix matrix = (Matrix) vectors.matrix();
    for (int row = 0; row < matrix.rows(); row++) {
      matrix.set(row, 0, row * row - 3);
      matrix.set(row, 1, 1 + row);
    }
    assertThatThrownBy(() -> SenseFile.open(path, vectors, arena))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageContaining("their values are others; if the vectors were replaced, remove it");
    WordVectors wider =
        new WordVectors(
            vectors.words(), Matrix.allocate(arena, matrix.rows(), matrix.dimensions() + 1));
    assertThatThrownBy(() -> SenseFile.open(path, wider, arena))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageContaining("dimensions");
  }

  private void assertRefused(Path path, List<String> words, String message) {
    assertThatThrownBy(() -> SenseFile.open(path, vectors(words), arena))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageStartingWith(path + ": belongs to other vectors than those beside it: ")
        .hasMessageContaining(message);
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path path = directory.resolve("v.bin.senses");
    assertThatThrownBy(() -> SenseFile.open(path, arena)).isInstanceOf(IOException.class);
    Files.writeString(path, "bank 1 2 3\n");
    assertThatThrownBy(() -> SenseFile.open(path, arena))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageStartingWith(path + ": ");
    TensorFile.write(path, Map.of("format", "wordvec senses 2"), List.of());
    assertThatThrownBy(() -> SenseFile.open(path, arena))
        .isInstanceOf(VectorFormatException.class)
        .hasMessage(path + ": is not a file of senses: its format is \"wordvec senses 2\"");
    TensorFile.write(path, Map.of(), List.of());
    assertThatThrownBy(() -> SenseFile.open(path, arena))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageContaining("is not a file of senses");
  }
}
