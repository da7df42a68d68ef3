package org.wordvec.vectors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.vectors.Samples;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.Header;

class VectorFormatTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "v.bin, word2vec binary",
    "v.txt, word2vec text",
    "v.vec, word2vec text",
    "V.VEC, word2vec text",
    "a.bin.glove, GloVe text",
    "v.fifu, finalfusion",
    "v.npy, NumPy array",
    "v.safetensors, safetensors",
    "v.tsv, TensorBoard projector",
    "v.bin.gz, 'word2vec binary, gzip'",
    "v.VEC.zst, 'word2vec text, zstd'",
    "v.glove.gz, 'GloVe text, gzip'"
  })
  void extensionTellsTheOutputFormat(String name, String description) {
    assertThat(VectorFormat.forOutput(Path.of("d.x", name)).description()).isEqualTo(description);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v", "v.model", "bin", "/", "v.fifu.gz", "v.gz"})
  void unknownExtensionIsRefused(String name) {
    assertThatThrownBy(() -> VectorFormat.forOutput(Path.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(".txt, .vec, .bin, .glove, .fifu, .npy, .safetensors or .tsv;");
    assertThat(VectorFormat.extensions())
        .containsExactly(".txt", ".vec", ".bin", ".glove", ".fifu", ".npy", ".safetensors", ".tsv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v.txt", "v.bin", "v.glove", "v.npy", "v.safetensors"})
  void whatIsWrittenIsReadBack(String name) throws IOException {
    Random random = new Random(1);
    for (int dimensions : new int[] {1, 2, 15, 16, 17, 100}) {
      List<String> words = new ArrayList<>();
      float[][] rows = new float[50][dimensions];
      for (int row = 0; row < rows.length; row++) {
        words.add("word-" + row + "。词");
        for (int column = 0; column < dimensions; column++) {
          rows[row][column] = finite(random);
        }
      }
      assertRoundTrip(Samples.of(words, rows), name);
    }
  }

  private static float finite(Random random) {
    while (true) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) {
        return value;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v.txt", "v.bin", "v.glove", "v.npy", "v.safetensors"})
  void extremesAreReadBack(String name) throws IOException {
    float[] row = {0, -0f, Float.MIN_VALUE, Float.MAX_VALUE, -Float.MIN_NORMAL, 1 / 3f, 1e-3f};
    assertRoundTrip(Samples.of(List.of("12", "34", "x"), row, row, row), name);
  }

  private void assertRoundTrip(WordVectors written, String name) throws IOException {
    Path path = directory.resolve(name);
    VectorFormat format = VectorFormat.forOutput(path);
    format.write(written, path);
    try (Arena arena = Arena.ofConfined()) {
      VectorFormat.Opened opened = VectorFormat.detect(path, arena);
      assertThat(opened.format()).isEqualTo(format);
      assertThat(words(opened.vectors())).isEqualTo(words(written));
      for (int row = 0; row < written.size(); row++) {
        assertThat(opened.vectors().matrix().row(row)).isEqualTo(written.matrix().row(row));
      }
    }
  }

  @Test
  void writesTheLayouts() throws IOException {
    WordVectors vectors =
        Samples.of(List.of("a", "词"), new float[] {1, -0.5f}, new float[] {1e-5f, 3});
    assertThat(written(vectors, "v.txt"))
        .asString(UTF_8)
        .isEqualTo("2 2\na 1.0 -0.5\n词 1.0E-5 3.0\n");
    assertThat(written(vectors, "v.glove")).asString(UTF_8).isEqualTo("a 1.0 -0.5\n词 1.0E-5 3.0\n");
    assertThat(written(vectors, "v.bin"))
        .isEqualTo(bytes("2 2\n", "a ", floats(1, -0.5f), "\n", "词 ", floats(1e-5f, 3), "\n"));
  }

  private byte[] written(WordVectors vectors, String name) throws IOException {
    Path path = directory.resolve(name);
    VectorFormat.forOutput(path).write(vectors, path);
    return Files.readAllBytes(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // word2vec with the space that ends a row there
        "2 2\na 1.5 -2 \nb 0.25 3e-1 \n",
        // fastText
        "2 2\na 1.5 -2\nb 0.25 0.3\n",
        // CR LF, no newline at the end, tabs
        "2 2\r\na 1.5 -2\r\nb 0.25 .3",
        "2\t2\na\t1.5\t-2.\nb\t0.25\t0.3\n\n",
        "2 2 \na  1.5  -2\nb 0.25 0.3\n \n"
      })
  void readsDialectsOfWord2VecText(String content) throws IOException {
    assertReads(content.getBytes(UTF_8), new Word2VecText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 1.5 -2\nb 0.25 0.3\n",
        "a 1.5 -2\nb 0.25 0.3",
        "a 1.5 -2 \r\nb 0.25 0.3 \r\n\r\n",
        "a\t1.5\t-2\nb\t0.25\t0.3\n"
      })
  void readsDialectsOfGloveText(String content) throws IOException {
    assertReads(content.getBytes(UTF_8), new GloveText());
  }

  @Test
  void readsDialectsOfWord2VecBinary() throws IOException {
    byte[] a = floats(1.5f, -2);
    byte[] b = floats(0.25f, 0.3f);
    // C ends a row with a newline, gensim does not.
    assertReads(bytes("2 2\n", "a ", a, "\n", "b ", b, "\n"), new Word2VecBinary());
    assertReads(bytes("2 2\n", "a ", a, "b ", b), new Word2VecBinary());
    assertReads(bytes("2 2\n", "a ", a, "\n", "b ", b), new Word2VecBinary());
  }

  private void assertReads(byte[] content, VectorFormat format) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      VectorFormat.Opened opened = VectorFormat.detect(file(content), arena);
      assertThat(opened.format()).isEqualTo(format);
      assertThat(words(opened.vectors())).containsExactly("a", "b");
      assertThat(opened.vectors().matrix().row(0)).containsExactly(1.5f, -2);
      assertThat(opened.vectors().matrix().row(1)).containsExactly(0.25f, 0.3f);
    }
  }

  @Test
  void binaryOfWhichSomeRowsLookLikeTextIsBinary() throws IOException {
    // 0.7 is "333?" and 0.9 is "fff?".
    byte[] printable = floats(0.7f, 0.9f);
    byte[] other = floats(0.6f, -1);
    for (String newline : List.of("\n", "")) {
      WordVectors vectors =
          read(
              bytes(
                  "4 2\n", "a ", printable, newline, "b ", other, newline, "c ", printable, newline,
                  "d ", other, newline));
      assertThat(words(vectors)).containsExactly("a", "b", "c", "d");
      assertThat(vectors.matrix().row(2)).containsExactly(0.7f, 0.9f);
    }
  }

  @Test
  void newlineWithinBinaryValuesIsAValue() throws IOException {
    byte[] newlines = {10, 10, 10, 10, 10, 10, 10, 63};
    WordVectors vectors = read(bytes("2 2\n", "a ", newlines, "\n", "b ", newlines, "\n"));
    assertThat(words(vectors)).containsExactly("a", "b");
  }

  @Test
  void wordsMayHoldSpacesOfAnyKind() throws IOException {
    String[] words = {
      "New York", ". . .", "全角　空格", "no\u00a0break", "<unk>", "at name@domain.com", "5"
    };
    StringBuilder text = new StringBuilder(words.length + " 2\n");
    for (String word : words) {
      text.append(word).append(" 1 -0.123456\n");
    }
    assertThat(words(read(text.toString().getBytes(UTF_8)))).containsExactly(words);
    String glove = text.substring(text.indexOf("\n") + 1);
    assertThat(words(read(glove.getBytes(UTF_8)))).containsExactly(words);
  }

  @Test
  void malformedUtf8IsKept() throws IOException {
    byte[] cut = {(byte) 0xe8, (byte) 0xaf};
    for (byte[] content :
        List.of(
            bytes("2 1\n", cut, " 1\n", "b 2\n"),
            bytes("b 2\n", cut, " 1\n"),
            bytes("1 1\n", cut, " ", floats(1)))) {
      WordVectors vectors = read(content);
      int id = vectors.words().indexOf(cut, 0, 2);
      assertThat(vectors.matrix().get(id, 0)).isEqualTo(1);
      assertThat(vectors.words().word(id)).isEqualTo("\ufffd");
      assertThat(written(vectors, "again.bin")).containsSequence(cut);
    }
  }

  @Test
  void ofTwoRowsOfAWordTheFirstCounts() throws IOException {
    for (byte[] content :
        List.of(
            "4 1\na 1\nb 2\na 3\na 4\n".getBytes(UTF_8),
            bytes("4 1\n", "a ", floats(1), "b ", floats(2), "a ", floats(3), "a ", floats(4)),
            FinalfusionTest.file(FinalfusionTest.vocabulary("a", "b", "a", "a"), 1, 2, 3, 4))) {
      VectorFormat.Opened opened = VectorFormat.detect(file(content), Arena.ofAuto());
      assertThat(words(opened.vectors())).containsExactly("a", "b");
      assertThat(opened.vectors().vector("a")).hasValue(new float[] {1});
      assertThat(opened.vectors().vector("b")).hasValue(new float[] {2});
      assertThat(opened.notes())
          .containsExactly(
              "2 rows are left out, since an earlier row has the same word; the first is row 3,"
                  + " \"a\"");
    }
  }

  @Test
  void wordsThatAreCutWithinACharacterAreFoundAsTheyAreShown() throws IOException {
    byte[] cut = {'x', (byte) 0xe8, (byte) 0xaf};
    WordVectors vectors = read(bytes("2 1\n", "x ", floats(1), cut, " ", floats(2)));
    assertThat(vectors.vector(vectors.words().word(1))).hasValue(new float[] {2});
  }

  @Test
  void readsRowsLongerThanTheWindow() throws IOException {
    int dimensions = Header.MOST_DIMENSIONS;
    WordVectors written = Samples.random(2, dimensions, 3);
    assertRoundTrip(written, "v.txt");
    assertRoundTrip(written, "v.bin");
    assertRoundTrip(written, "v.glove");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          New York | cannot write the word "New York" (row 2): its space would end it
          a\tb     | cannot write the word "a\\u0009b" (row 2): its tab would end it
          a\\nb    | cannot write the word "a\\u000ab" (row 2): its newline would end it
          a\\rb    | cannot write the word "a\\u000db" (row 2): its carriage return would end it
          ''       | cannot write the empty word of row 2
          """)
  void refusesWordsThatBreakTheLayout(String escaped, String message) {
    String word = escaped.replace("\\n", "\n").replace("\\r", "\r");
    WordVectors vectors = Samples.of(List.of("a", word), new float[] {1}, new float[] {1});
    for (String name : List.of("v.txt", "v.bin", "v.glove")) {
      assertThatThrownBy(() -> written(vectors, name))
          .isInstanceOf(VectorFormatException.class)
          .hasMessageContaining(message);
      assertThat(directory).isEmptyDirectory();
    }
  }

  @Test
  void refusesToWriteWhatItWouldNotRead() {
    WordVectors vectors = Samples.of(List.of("a", "b"), new float[] {1}, new float[] {Float.NaN});
    assertThatThrownBy(() -> written(vectors, "v.txt"))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageContaining("cannot write the vector of \"b\" (row 2): it holds NaN");
  }

  private WordVectors read(byte[] content) throws IOException {
    return VectorFormat.open(file(content), Arena.ofAuto());
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(directory.resolve("vectors"), content);
  }

  static List<String> words(WordVectors vectors) {
    List<String> words = new ArrayList<>();
    for (int id = 0; id < vectors.size(); id++) {
      words.add(vectors.words().word(id));
    }
    return words;
  }

  static byte[] bytes(Object... parts) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (Object part : parts) {
      stream.writeBytes(part instanceof byte[] raw ? raw : part.toString().getBytes(UTF_8));
    }
    return stream.toByteArray();
  }

  static byte[] floats(float... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }
}
