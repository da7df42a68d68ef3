package org.wordvec.vectors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wordvec.vectors.formats.FinalfusionTest.int64;
import static org.wordvec.vectors.formats.VectorFormatTest.bytes;
import static org.wordvec.vectors.formats.VectorFormatTest.floats;
import static org.wordvec.vectors.formats.VectorFormatTest.words;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.Samples;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;

/** NumPy's arrays and safetensors, and the words beside them. */
class ArrayFilesTest {
  @TempDir private Path directory;
  private Path array;
  private Path tensors;

  @BeforeEach
  void writeWords() throws IOException {
    array = directory.resolve("x.npy");
    tensors = directory.resolve("x.safetensors");
    Files.writeString(directory.resolve("x.vocab"), "a\n词 语\n");
  }

  @Test
  void writesTheLayouts() throws IOException {
    WordVectors vectors = Samples.of(List.of("a", "词"), new float[] {1, -2}, new float[] {3, 4});
    new NumpyArray().write(vectors, array);
    byte[] values = floats(1, -2, 3, 4);
    assertThat(Files.readAllBytes(array)).isEqualTo(npy("'<f4'", "(2, 2)", values));
    assertThat(directory.resolve("x.vocab")).hasContent("a\n词\n");
    new Safetensors().write(vectors, tensors);
    byte[] written = Files.readAllBytes(tensors);
    int header = ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN).getInt();
    assertThat((8 + header) % 64).isZero();
    assertThat(new String(written, 8, header, UTF_8).strip())
        .isEqualTo(
            "{\"vectors\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
                + "\"words\":{\"dtype\":\"U8\",\"shape\":[6],\"data_offsets\":[16,22]}}");
    assertThat(written).endsWith(bytes(values, "a\n词\n"));
    Path projector = directory.resolve("p.tsv");
    new ProjectorText().write(vectors, projector);
    assertThat(projector).hasContent("1.0\t-2.0\n3.0\t4.0\n");
    assertThat(directory.resolve("p.metadata.tsv")).hasContent("a\n词\n");
  }

  @Test
  void wordsAreLookedForBesideTheArray() throws IOException {
    Files.write(array, npy("'<f4'", "(2, 2)", floats(1, -2, 3, 4)));
    WordVectors vectors = VectorFormat.open(array, Arena.ofAuto());
    assertThat(words(vectors)).containsExactly("a", "词 语");
    assertThat(vectors.isMapped()).isTrue();
    assertThat(vectors.matrix().row(1)).containsExactly(3, 4);
    Files.delete(directory.resolve("x.vocab"));
    assertThatThrownBy(() -> VectorFormat.open(array, Arena.ofAuto()))
        .hasMessage(
            array
                + ": has no words, and neither x.vocab nor x.txt with one word per line is beside"
                + " it");
    Files.writeString(directory.resolve("x.txt"), "the 12\r\nof\t7\r\n");
    assertThat(words(VectorFormat.open(array, Arena.ofAuto()))).containsExactly("the", "of");
    Path named = Files.writeString(directory.resolve("named"), "c\nd 5");
    assertThat(words(VectorFormat.detect(array, named, Arena.ofAuto()).vectors()))
        .containsExactly("c", "d 5");
    Files.writeString(named, "c\n\n");
    assertThatThrownBy(() -> VectorFormat.detect(array, named, Arena.ofAuto()))
        .hasMessage(named + ": line 2: is empty; expected a word");
    Files.writeString(named, "c\nd\ne\n");
    assertThatThrownBy(() -> VectorFormat.detect(array, named, Arena.ofAuto()))
        .hasMessage(named + ": has 3 lines, where x.npy has 2 rows");
    Path own = Files.writeString(directory.resolve("own.txt"), "a 1 2\n");
    assertThatThrownBy(() -> VectorFormat.detect(own, named, Arena.ofAuto()))
        .hasMessageContaining("has words of its own");
  }

  /** Words beside say more than whole numbers, which the nodes of a graph have for names. */
  @ParameterizedTest
  @CsvSource({"m.txt, m.vocab", "m.tsv, m.metadata.tsv"})
  void aMatrixThatBeginsWithWholeNumbersHasTheWordsBesideIt(String name, String beside)
      throws IOException {
    Path matrix = directory.resolve(name);
    Files.writeString(matrix, "1 0.5 0.25\n2 0.75 1.5\n3 4.5 5.5\n");
    assertThat(words(VectorFormat.open(matrix, Arena.ofAuto()))).containsExactly("1", "2", "3");
    Path names = Files.writeString(directory.resolve(beside), "a\nb\nc\n");
    WordVectors vectors = VectorFormat.open(matrix, Arena.ofAuto());
    assertThat(words(vectors)).containsExactly("a", "b", "c");
    assertThat(vectors.matrix().row(1)).containsExactly(2, 0.75f, 1.5f);
    Files.writeString(names, "a\nb\n");
    assertThat(words(VectorFormat.open(matrix, Arena.ofAuto()))).containsExactly("1", "2", "3");
    Files.writeString(names, "1 20\n2 10\n3 5\n");
    assertThat(words(VectorFormat.open(matrix, Arena.ofAuto()))).containsExactly("1", "2", "3");
  }

  @Test
  void otherFloatsAreCopied() throws IOException {
    ByteBuffer doubles = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    doubles.putDouble(1).putDouble(-2).putDouble(0.1).putDouble(4);
    Files.write(array, npy("'<f8'", "(2, 2)", doubles.array()));
    assertThat(open(array)).containsExactly(1, -2, 0.1f, 4);
    byte[] halves = {0, 0x3c, 0, (byte) 0xc0, 0x66, 0x2e, 0, 0x44};
    Files.write(array, npy("'<f2'", "(2, 2)", halves));
    assertThat(open(array)).containsExactly(1, -2, Float.float16ToFloat((short) 0x2e66), 4);
    byte[] brains = {(byte) 0x80, 0x3f, 0, (byte) 0xc0, (byte) 0x80, 0x3f, (byte) 0x80, 0x40};
    Files.write(tensors, tensors("BF16", "[2,2]", 0, 8, brains));
    assertThat(open(tensors)).containsExactly(1, -2, 1, 4);
    doubles.putDouble(0, 1e300);
    Files.write(array, npy("'<f8'", "(2, 2)", doubles.array()));
    assertRefused(array, "byte 128: value 1 of row 1 is Infinity as float32");
  }

  private static float[] open(Path path) throws IOException {
    WordVectors vectors = VectorFormat.open(path, Arena.ofAuto());
    return new float[] {
      vectors.matrix().get(0, 0),
      vectors.matrix().get(0, 1),
      vectors.matrix().get(1, 0),
      vectors.matrix().get(1, 1)
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '<f4'                 | (3, 2)                 | promises 3 rows of 2 values, but has only
          '<f4'                 | (99999999999999999, 2) | has 99999999999999999 rows
          '<f4'                 | (2, 999999)            | has vectors of 999999 values
          '<f4'                 | (4,)                   | expected an array of rows and columns
          '<f4'                 | (1, 2, 2)              | expected an array of rows and columns
          '<f4'                 | (1, 2)                 | expected the end of the file, 8 bytes
          '>f4'                 | (2, 2)                 | has values of type >f4
          'O'                   | (2, 2)                 | has values of type O
          '<i8'                 | (1, 2)                 | has values of type <i8
          [('a', '<f4')]        | (2, 2)                 | expected the header of an array of numbers
          """,
      quoteCharacter = '~')
  void headersAreValidated(String type, String shape, String message) throws IOException {
    Files.write(array, npy(type, shape, floats(1, 2, 3, 4)));
    assertRefused(array, message);
  }

  @Test
  void columnsFirstAreRefused() throws IOException {
    byte[] content = npy("'<f4'", "(2, 2)", floats(1, 2, 3, 4));
    Files.writeString(
        array,
        new String(content, java.nio.charset.StandardCharsets.ISO_8859_1)
            .replace("False, ", "True,  "),
        java.nio.charset.StandardCharsets.ISO_8859_1);
    assertRefused(array, "numpy.ascontiguousarray");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheWordsInATensor() throws IOException {
    byte[] text = "\ufeffthe\r\ncat\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    WordList words = WordLines.read(MemorySegment.ofArray(text), tensors);
    assertThat(words.word(0)).isEqualTo("the");
    assertThat(words.word(1)).isEqualTo("cat");
    assertThat(words.size()).isEqualTo(2);
  }

  @Test
  void foreignTensorsAreRead() throws IOException {
    Files.write(tensors, tensors("F32", "[2,2]", 0, 16, floats(1, 2, 3, 4)));
    assertThat(open(tensors)).containsExactly(1, 2, 3, 4);
    assertThat(words(VectorFormat.open(tensors, Arena.ofAuto()))).containsExactly("a", "词 语");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          F32  | [2,2]   | 0  | 17         | "embeddings" is not within the 16 bytes
          F32  | [2,2]   | -1 | 16         | "embeddings" is not within the 16 bytes
          F32  | [2,2]   | 8  | 4          | "embeddings" is not within the 16 bytes
          F32  | [2,2]   | 0  | 9999999999 | "embeddings" is not within the 16 bytes
          F32  | [2,1]   | 0  | 16         | takes 16 bytes, not what its shape tells
          F32  | [3,2]   | 0  | 16         | promises 3 rows of 2 values
          F32  | [-2,2]  | 0  | 16         | has -2 rows
          F32  | [2,0]   | 0  | 16         | has vectors of 0 values
          F32  | [4]     | 0  | 16         | or a single two-dimensional one, found 0
          I64  | [1,2]   | 0  | 16         | has values of type I64
          F32  | 7       | 0  | 16         | its header is not a valid safetensors header
          F32  | [1e9,2] | 0  | 16         | its header is not a valid safetensors header
          """,
      quoteCharacter = '~')
  void tensorHeadersAreValidated(String type, String shape, long begin, long end, String message)
      throws IOException {
    Files.write(tensors, tensors(type, shape, begin, end, floats(1, 2, 3, 4)));
    assertRefused(tensors, message);
  }

  @Test
  void wordsThatWouldNotComeBackAreNotWritten() {
    WordVectors counts = Samples.of(List.of("a 1", "b 2"), new float[] {1}, new float[] {2});
    assertThatThrownBy(() -> new NumpyArray().write(counts, array))
        .hasMessageContaining("every one ends in a number");
    WordVectors lines = Samples.of(List.of("a", "b\nc"), new float[] {1}, new float[] {2});
    for (VectorFormat format : List.of(new NumpyArray(), new Safetensors(), new ProjectorText())) {
      assertThatThrownBy(() -> format.write(lines, directory.resolve("new")))
          .hasMessageContaining("its newline would end it");
    }
    assertThat(array).doesNotExist();
    assertThat(directory.resolve("x.vocab")).hasContent("a\n词 语\n");
  }

  private void assertRefused(Path path, String message) {
    assertThatThrownBy(() -> VectorFormat.open(path, Arena.ofAuto()))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageStartingWith(path + ": ")
        .hasMessageContaining(message);
  }

  static byte[] npy(String type, String shape, byte[] values) {
    String fields = "{'descr': %s, 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
    String header = fields + " ".repeat(128 - 11 - fields.length()) + "\n";
    return bytes(new byte[] {(byte) 0x93}, "NUMPY", new byte[] {1, 0, 118, 0}, header, values);
  }

  static byte[] tensors(String type, String shape, long begin, long end, byte[] values) {
    String header =
        "{\"__metadata__\":{\"a\":\"b\"},\"embeddings\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}}"
            .formatted(type, shape, begin, end);
    return bytes(int64(header.length()), header, values);
  }
}
