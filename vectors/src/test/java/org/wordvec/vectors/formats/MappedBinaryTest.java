package org.wordvec.vectors.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wordvec.vectors.formats.VectorFormatTest.bytes;
import static org.wordvec.vectors.formats.VectorFormatTest.floats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.NamedChannel;
import org.wordvec.vectors.Samples;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.BinaryRows;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;

class MappedBinaryTest {
  @TempDir private Path directory;

  @Test
  void bothDialectsAreMappedAndOthersRead() throws IOException {
    byte[] one = floats(1.5f, -2);
    assertThat(open(bytes("2 2\n", "a ", one, "\n", "b ", one, "\n")).isMapped()).isTrue();
    assertThat(open(bytes("2 2\n", "a ", one, "\n", "b ", one)).isMapped()).isTrue();
    assertThat(open(bytes("2 2\n", "a ", one, "b ", one)).isMapped()).isTrue();
    assertThat(open(bytes("3 2\n", "a ", one, "\n", "b ", one, "c ", one)).isMapped()).isFalse();
  }

  @Test
  void badValuesAreFoundWhenTheyAreRead() throws IOException {
    WordVectors vectors =
        open(bytes("2 2\n", "a ", floats(1, 2), "\n", "b ", floats(1, Float.NaN), "\n"));
    assertThat(vectors.vector("a")).hasValue(new float[] {1, 2});
    String message = directory.resolve("v") + ": byte 21: value 2 of row 2 is NaN, not a finite";
    assertThatThrownBy(() -> vectors.vector("b"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(message);
    Neighbors neighbors = new Neighbors(vectors);
    assertThatThrownBy(() -> neighbors.nearest("a", 1))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> neighbors.nearest(List.of("a", "a", "a", "a", "a"), 1, 2))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(message);
    Path copy = directory.resolve("copy.bin");
    assertThatThrownBy(() -> new Word2VecBinary().write(vectors, copy))
        .hasMessageContaining(message);
    assertThat(copy).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 16, 19, 100})
  void answersAsFromMemory(int dimensions) throws IOException {
    WordVectors memory = Samples.random(300, dimensions, dimensions);
    Path path = directory.resolve("v.bin");
    new Word2VecBinary().write(memory, path);
    WordVectors mapped = VectorFormat.open(path, Arena.ofAuto());
    assertThat(mapped.isMapped()).isTrue();
    List<String> queries = List.of("w0", "w7", "w99", "w255", "w299");
    for (int count : new int[] {1, 2, 5}) {
      List<List<Neighbor>> expected =
          new Neighbors(memory).nearest(queries.subList(0, count), 10, 2);
      // Twice, since norms are known the second time.
      Neighbors neighbors = new Neighbors(mapped);
      for (int turn = 0; turn < 2; turn++) {
        List<List<Neighbor>> found = neighbors.nearest(queries.subList(0, count), 10, 2);
        assertSimilarities(found, expected);
      }
    }
  }

  private static void assertSimilarities(
      List<List<Neighbor>> found, List<List<Neighbor>> expected) {
    for (int query = 0; query < expected.size(); query++) {
      for (int rank = 0; rank < expected.get(query).size(); rank++) {
        assertThat(found.get(query).get(rank).similarity())
            .isCloseTo(expected.get(query).get(rank).similarity(), within(2e-6));
      }
    }
  }

  @Test
  void hugeAndTinyVectorsHaveTheirCosines() throws IOException {
    WordVectors vectors =
        open(
            bytes(
                "4 2\n",
                "a ",
                floats(1, 1),
                "huge ",
                floats(2e38f, 2e38f),
                "tiny ",
                floats(1e-38f, 1e-38f),
                "zero ",
                floats(0, 0)));
    List<Neighbor> found = new Neighbors(vectors).nearest("a", 3);
    assertThat(found.stream().map(Neighbor::word)).containsExactly("huge", "tiny");
    assertThat(found.get(0).similarity()).isCloseTo(1, within(1e-6));
    assertThat(found.get(1).similarity()).isCloseTo(1, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void manyPartsFindWhatOneFinds(boolean newlines) throws IOException {
    Random random = new Random(5);
    for (int dimensions : new int[] {1, 3, 50}) {
      byte[] content = rows(2000, dimensions, newlines, random);
      int first = new String(content, 0, 20, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
      Path file = Files.write(directory.resolve("rows"), content);
      MemorySegment bytes = MemorySegment.ofArray(content);
      try (NamedChannel channel = NamedChannel.open(file)) {
        int[] whole = ends(bytes, channel, dimensions, newlines, Long.MAX_VALUE, first);
        for (long part : new long[] {50, 1000, 30_000}) {
          assertThat(ends(bytes, channel, dimensions, newlines, part, first)).isEqualTo(whole);
        }
        // Where the file is not open, the rows are looked for where they are mapped.
        NamedChannel closed = NamedChannel.open(file);
        closed.close();
        assertThat(ends(bytes, closed, dimensions, newlines, 1000, first)).isEqualTo(whole);
      }
    }
  }

  private static int[] ends(
      MemorySegment bytes,
      NamedChannel channel,
      int dimensions,
      boolean newlines,
      long part,
      int first) {
    return new BinaryRows(bytes, channel, 2000, dimensions, newlines, part)
        .find(first)
        .orElseThrow()
        .ends();
  }

  /** Words and values that are hard to guess: spaces, newlines and letters among the floats. */
  private static byte[] rows(int rows, int dimensions, boolean newlines, Random random) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(bytes(rows + " " + dimensions + "\n"));
    for (int row = 0; row < rows; row++) {
      byte[] word = new byte[1 + random.nextInt(12)];
      for (int i = 0; i < word.length; i++) {
        word[i] = (byte) ('!' + random.nextInt(90));
      }
      file.writeBytes(word);
      file.write(' ');
      byte[] values = new byte[4 * dimensions];
      random.nextBytes(values);
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(3) == 0 ? (byte) " \nab".charAt(random.nextInt(4)) : values[i];
      }
      file.writeBytes(values);
      if (newlines) {
        file.write('\n');
      }
    }
    return file.toByteArray();
  }

  @Test
  void aConfinedArenaIsReadByItsOwnThread() throws IOException {
    Path path = directory.resolve("v.bin");
    new Word2VecBinary().write(Samples.random(3000, 200, 1), path);
    try (Arena arena = Arena.ofConfined()) {
      WordVectors vectors = VectorFormat.open(path, arena);
      assertThat(vectors.isMapped()).isTrue();
      assertThat(vectors.words().indexOf("w2999")).isEqualTo(2999);
    }
    assertThat(VectorFormat.open(path, Arena.ofAuto()).words().word(2998)).isEqualTo("w2998");
  }

  @Test
  void everyWordIsFoundWithAndWithoutIndex() throws IOException {
    Path path = directory.resolve("v.bin");
    new Word2VecBinary().write(Samples.random(50, 3, 1), path);
    WordVectors vectors = VectorFormat.open(path, Arena.ofAuto());
    for (int id = 0; id < 50; id++) {
      assertThat(vectors.words().indexOf("w" + id)).isEqualTo(id);
      assertThat(vectors.words().indexOf("x" + id)).isEqualTo(-1);
    }
    assertThat(Arrays.toString(vectors.words().utf8(1))).isEqualTo("[119, 49]");
  }

  private WordVectors open(byte[] content) throws IOException {
    return VectorFormat.open(Files.write(directory.resolve("v"), content), Arena.ofAuto());
  }
}
