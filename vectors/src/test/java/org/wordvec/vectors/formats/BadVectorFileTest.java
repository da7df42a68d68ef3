package org.wordvec.vectors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wordvec.vectors.formats.VectorFormatTest.bytes;
import static org.wordvec.vectors.formats.VectorFormatTest.floats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.ByteReader;

class BadVectorFileTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                       | is empty
          \\n                      | holds empty lines alone
          hello                    | line 1: expected "rows dimensions" (word2vec) or a word and
          a b c                    | line 1: expected "rows dimensions" (word2vec) or a word and
          0 2\\n                   | line 1: the header promises no words
          -1 2\\na 1 2             | line 1: the header promises no words
          1 0\\na\\n               | line 1: the header promises vectors of 0 values; 1 to 100000
          1 200000\\na 1           | line 1: the header promises vectors of 200000 values; 1 to
          1 -5\\na 1               | line 1: the header promises vectors of -5 values; 1 to
          99999999999999999999 2\\na 1 2 | line 1: the header promises 9223372036854775807 words of
          3000000000 2\\na 1 2     | line 1: the header promises 3000000000 words of 2 values, which
          9 2\\na 1 2\\nb 1 2\\n   | only 12 bytes follow; the file is cut off or not a file of vectors
          3 2\\na 10000 2\\nb 1 20000\\n | line 4: the file ends after 2 of the 3 rows that its header
          1 2\\na 1 2\\nb 1 2\\n   | OK
          3 2\\na 1 2\\nb 1 200000\\n | line 4: the file ends after 2 of the 3 rows that its
          2 2\\na 1 2\\nb 1  \\n   | line 3: expected a word and 2 values, found 1
          2 2\\na 1 2 3\\nb 1 2 3\\nc 1 | line 2: expected a word and 2 values, found 3
          2 2\\na 1 2\\n\\nb 1 2\\n | OK
          2 2\\na 1 2\\nb 1 x\\n   | line 3: value 2 is "x", not a number
          2 2\\na 1 x\\nb 1 2\\n   | line 2: value 2 is "x", not a number
          2 2\\na 1 2\\nb nan 2\\n | line 3: value 1 is "nan", not a finite float32
          2 2\\na 1 -inf\\nb 1 2\\n | line 2: value 2 is "-inf", not a finite float32
          2 2\\na 1 2\\nb 1 1e39\\n | line 3: value 2 is "1e39", not a finite float32
          2 2\\na 1 2\\nb 0x1p3 2\\n | line 3: value 1 is "0x1p3", not a number
          2 1\\na 0.12345\\nb 0.12345 0.12345\\n | line 3: expected a word and 1 value, found 2
          2 2\\na 1 2\\n 1 2 2\\n\\n | line 3: expected a word and 2 values, found 3
          3 2\\na 1 2\\n 1 2\\nb 1 2\\n | OK
          1 2\\n 1 2\\n            | has no row with a word
          a 1 2\\nb 1\\n           | line 2: expected a word and 2 values, found 1
          a 1 2\\n\\nb 1 2\\n      | OK
          a 1 2\\nb 1 nan\\n       | line 2: value 2 is "nan", not a finite float32
          """)
  void textIsReportedByLine(String content, String message) throws IOException {
    if (message.equals("OK")) {
      assertThat(open(content.replace("\\n", "\n").getBytes(UTF_8)).size()).isEqualTo(2);
    } else {
      assertRefused(content.replace("\\n", "\n").getBytes(UTF_8), message);
    }
  }

  @Test
  void binaryIsReportedByByte() throws IOException {
    byte[] one = floats(1, -2.123f);
    assertRefused(
        bytes("2 2\n", "a ", one, "\n", "b ", floats(1), "\n"),
        "line 1: the header promises 2 words of 2 values, which take at least 10 bytes each");
    assertRefused(
        bytes("2 2\n", "long-word ", one, "\n", "b ", floats(1), "\n"),
        "byte 25: the file ends within the 2 values of row 2 of 2");
    assertRefused(
        bytes("2 2\n", "long-word ", one, "\n", "bcdefg"),
        "byte 23: expected the word of row 2 and a space, found the end of the file");
    // Not laid out alike, so read and not mapped.
    assertRefused(
        bytes("2 2\n", "a ", one, "\n\n", "b ", floats(1, Float.NaN), "\n"),
        "byte 22: value 2 of row 2 is NaN, not a finite number");
    assertRefused(
        bytes("1 2\n", "a ", one, "\n", "b ", one, "\n"),
        "byte 15: more bytes than the 1 rows of the header");
    assertRefused(
        bytes("2 2\n", "a ", one, "\n", " ", one, "\n\n"),
        "byte 15: row 2 has no word before its space");
    assertRefused(
        bytes("2 2\n", "a ", one, "\n", "b".repeat(600_000)),
        "byte 15: expected the word of row 2 and a space, found no space in 524288 bytes");
  }

  @Test
  void damagedArchivesAreNamed() throws IOException {
    assertRefused(
        bytes(new byte[] {0x1f, (byte) 0x8b, 8, 0}),
        "cannot be unpacked: the compressed data end too early");
    assertRefused(bytes("PK", new byte[] {3, 4}), "is a zip archive");
  }

  @Test
  void endlessLineIsNoText() throws IOException {
    byte[] content = new byte[ByteReader.LONGEST + 10];
    assertRefused(content, "line 1: is longer than 16777216 bytes");
  }

  @Test
  void directoriesAndMissingFilesAreNamed() {
    assertThatThrownBy(() -> VectorFormat.open(directory, Arena.ofAuto()))
        .isInstanceOf(VectorFormatException.class)
        .hasMessage(
            directory + ": is a folder, not a regular file; name the file of vectors in it");
    Path missing = directory.resolve("missing");
    assertThatThrownBy(() -> VectorFormat.open(missing, Arena.ofAuto()))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(missing + ": no such file or folder");
  }

  @Test
  void everyCutIsRefusedOrRead() throws IOException {
    for (byte[] content : small()) {
      for (int length = 0; length < content.length; length++) {
        byte[] cut = new byte[length];
        System.arraycopy(content, 0, cut, 0, length);
        readOrRefuse(cut);
      }
    }
  }

  @Test
  void everyDamageIsRefusedOrRead() throws IOException {
    Random random = new Random(1);
    for (byte[] content : small()) {
      for (int i = 0; i < 500; i++) {
        byte[] damaged = content.clone();
        for (int flips = random.nextInt(3); flips >= 0; flips--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        readOrRefuse(damaged);
      }
    }
  }

  private static List<byte[]> small() {
    return List.of(
        "3 2\nthe 0.25 -1.5\n词语 1e-3 2 \nof 7 8\n".getBytes(UTF_8),
        "the 0.25 -1.5\n词语 1e-3 2\n<unk> 7 8\n".getBytes(UTF_8),
        bytes(
            "3 2\n", "the ", floats(1, 2), "\n词 ", floats(-1e-9f, 3), "\nof ", floats(0, 7), "\n"),
        bytes("2 1\n", "the ", floats(1.1f), "of ", floats(-3)));
  }

  private void readOrRefuse(byte[] content) throws IOException {
    try {
      WordVectors vectors = open(content);
      assertThat(vectors.size()).isPositive();
      for (int row = 0; row < vectors.size(); row++) {
        for (float value : vectors.matrix().row(row)) {
          assertThat(value).isFinite();
        }
      }
    } catch (VectorFormatException refused) {
      assertThat(refused.getMessage()).contains("vectors: ").doesNotContain("\n");
    } catch (UncheckedIOException foundWhenRead) {
      assertThat(foundWhenRead.getCause().getMessage()).contains("vectors: byte ", "not a finite");
    }
  }

  private WordVectors open(byte[] content) throws IOException {
    return VectorFormat.open(Files.write(directory.resolve("vectors"), content), Arena.ofAuto());
  }

  private void assertRefused(byte[] content, String message) {
    assertThatThrownBy(() -> open(content))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageStartingWith(directory.resolve("vectors") + ": ")
        .hasMessageContaining(message);
  }
}
