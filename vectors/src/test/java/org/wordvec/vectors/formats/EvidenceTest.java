package org.wordvec.vectors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wordvec.vectors.formats.VectorFormatTest.bytes;
import static org.wordvec.vectors.formats.VectorFormatTest.floats;
import static org.wordvec.vectors.formats.VectorFormatTest.words;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.repair.Diagnosis;
import org.wordvec.vectors.repair.ProblemKind;

/** Tests that formats and layouts are detected from all lines of a file. */
class EvidenceTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 3\nking 1 2 3\nqueen 3 2 1\n",
        "2 3\n\ufeffking 1 2 3\nqueen 3 2 1\n",
        "king 1 2 3\r\nqueen 3 2 1"
      })
  void aByteOrderMarkIsNoPartOfTheText(String text) throws IOException {
    VectorFormat.Opened opened = open(("\ufeff" + text).getBytes(UTF_8));
    assertThat(words(opened.vectors())).containsExactly("king", "queen");
    assertThat(opened.vectors().dimensions()).isEqualTo(3);
    assertThat(opened.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "inf", "0,5", "0:1", "−1", "abc", "1.x", "NA", "-", "1 2"})
  void textWhoseFieldsTakeFourBytesStaysText(String field) {
    for (int dimensions : new int[] {1, 2, 3, 50, 300}) {
      String row = (" " + field).repeat(dimensions) + "\n";
      String text = "3 " + dimensions + "\ndown" + row + "put" + row + "<unk>" + row;
      assertRefused(
          text.getBytes(UTF_8),
          field.equals("1 2")
              ? "line 2: expected a word and " + dimensions
              : "line 2: value " + dimensions + " is \"" + field + "\", not a");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 2\\nking 1 2 3\\nqueen 2 3 4\\n          | line 2: expected a word and 2 values, found 3
          3 3\\nking 1 2 3\\nqueen 2 3 4\\nman 3 4 5 6\\n | line 4: expected a word and 3 values, found 4
          queen 2 3\\nking 1 2 3\\nman 1 2 3\\n       | line 1: expected a word and 3 values, found 2
          2 1\\na 1 29\\nb 4 59\\n                    | line 2: expected a word and 1 value, found 2
          2 2\\nking nan 1 2\\nqueen 1 2\\n           | line 2: expected a word and 2 values, found 3
          """)
  void aValueTooManyIsNoPartOfTheWord(String text, String message) {
    assertRefused(text.replace("\\n", "\n").getBytes(UTF_8), message);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 50, 300})
  void binaryWithSpacesInWordsIsRefused(int dimensions) throws IOException {
    Random random = new Random(dimensions);
    for (String spaced : List.of("my name", "a b", "New York City", "of the", "北京 大学", ". . .")) {
      List<String> words = new ArrayList<>(List.of("hello", "king", "queen", "</s>", "of"));
      words.add(random.nextInt(words.size() + 1), spaced);
      byte[] content = rows(words, dimensions, random);
      for (byte[] file : List.of(content, gzip(content))) {
        assertRefused(
            file, "row " + (words.indexOf(spaced) + 1) + " seems to be of \"" + spaced + "\"");
      }
      Diagnosis diagnosis = diagnose(content);
      assertThat(diagnosis.rows()).isEqualTo(6);
      assertThat(diagnosis.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.SPACED_WORD));
    }
  }

  @Test
  void valuesWithTheirHighestByteFirstAreRefused() throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(100);
    bytes.put("3 2\n".getBytes(UTF_8));
    float[][] rows = {{1, 0}, {.6f, .8f}, {0, 1}};
    for (int row = 0; row < 3; row++) {
      bytes.put(("w" + row + " ").getBytes(UTF_8)).putFloat(rows[row][0]).putFloat(rows[row][1]);
      bytes.put((byte) '\n');
    }
    byte[] file = Arrays.copyOf(bytes.array(), bytes.position());
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageContaining("highest byte first");
  }

  @Test
  void doctorKeepsTheValidRows() throws IOException {
    byte[] content =
        bytes(
            "3 2\n",
            "hello ",
            floats(1, 0),
            "my name ",
            floats(.5f, .5f),
            "king ",
            floats(.6f, .8f));
    WordVectors kept = diagnose(content).repaired(Arena.ofAuto());
    assertThat(words(kept)).containsExactly("hello", "my_name", "king");
    assertThat(kept.matrix().row(1)).containsExactly(.5f, .5f);
    assertThat(kept.matrix().row(2)).containsExactly(.6f, .8f);
  }

  @Test
  void rowsThatBeginElsewhereAreRefused() {
    byte[] shifted = bytes("3 2\n", "a ", floats(1, 0), "b ", new byte[] {1}, floats(.5f, .5f));
    assertRefused(bytes(shifted, "cd ", floats(.6f)), "");
    byte[] noise = new byte[40];
    new Random(3).nextBytes(noise);
    assertRefused(bytes("3 3\n", noise), "");
  }

  @Test
  void suspiciousWordsAreNoted() throws IOException {
    byte[] latin = {'c', 'a', 'f', (byte) 0xe9, 's'};
    byte[] content =
        bytes("3 2\n", "a ", floats(1, 0), latin, " ", floats(.5f, .5f), "b ", floats(.6f, .8f));
    VectorFormat.Opened opened = open(content);
    assertThat(opened.vectors().matrix().row(1)).containsExactly(.5f, .5f);
    assertThat(opened.notes())
        .containsExactly("the word of row 2 is not UTF-8, or holds control characters");
    assertThat(diagnose(content).problems().getFirst().kind()).isEqualTo(ProblemKind.NOT_UTF8);
  }

  @Test
  void implausiblyLargeValuesAreNoted() throws IOException {
    VectorFormat.Opened opened =
        open(bytes("2 2\n", "a ", floats(7e22f, 0), "b ", floats(.5f, .5f)));
    assertThat(opened.notes()).containsExactly("row 1 contains 7.0E22, which is implausibly large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 3 0\nB64:a2luZw== 1 2 3\nB64:cXVlZW4= 3 2 1\n",
        "2 3 17\nking 1 2 3\nqueen 3 2 1\n",
        "2 3\nB64:a2luZw== 1 2 3\nB64:cXVlZW4= 3 2 1\n"
      })
  void textOfDeeplearning4jIsRead(String text) throws IOException {
    VectorFormat.Opened opened = open(text.getBytes(UTF_8));
    assertThat(words(opened.vectors())).containsExactly("king", "queen");
    assertThat(opened.vectors().dimensions()).isEqualTo(3);
    assertThat(opened.notes()).isEmpty();
    assertThat(diagnose(text.getBytes(UTF_8)).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"# 2 2", "#2 2", "2, 2", "2,2", "+2 2", "2.0 2.0", "2 2.0"})
  void headersOfOtherFormsAreRead(String header) throws IOException {
    byte[] text = (header + "\nking 0.5 1\nqueen 1 0.5\n").getBytes(UTF_8);
    VectorFormat.Opened opened = open(text);
    assertThat(words(opened.vectors())).containsExactly("king", "queen");
    assertThat(opened.notes())
        .containsExactly("line 1: \"" + header + "\" is taken for the header");
    assertThat(diagnose(text).rows()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {" 2 3", "2 3 0", "2, 3", "# 2 3", "\t2\t3", "2.0 3.0"})
  void headersOfOtherFormsAreReadBeforeWholeBinaries(String header) throws IOException {
    byte[] rows = bytes("king ", floats(1, .5f, .7f), "queen ", floats(.1f, .2f, .3f));
    byte[] content = bytes(header + "\n", rows);
    for (byte[] file : List.of(content, gzip(content))) {
      VectorFormat.Opened opened = open(file);
      assertThat(words(opened.vectors())).containsExactly("king", "queen");
      assertThat(opened.vectors().matrix().row(1)).containsExactly(.1f, .2f, .3f);
      assertThat(opened.notes())
          .containsExactly("line 1: \"" + header.replace('\t', ' ') + "\" is taken for the header");
    }
    assertThat(diagnose(content).rows()).isEqualTo(2);
    byte[] cut = Arrays.copyOf(content, content.length - 5);
    assertRefused(cut, "line 1: \"" + header.replace('\t', ' ') + "\" is not a header of word2vec");
  }

  @ParameterizedTest
  @CsvSource({"\\n, \\r\\n", "\\r\\n, \\r\\n", "\\r\\n, \\n", "\\r\\n\\r\\n, ''"})
  void lineBreaksOfWindowsAreNoPartsOfWords(String behindHeader, String behindRow)
      throws IOException {
    String header = "3 2" + behindHeader.replace("\\r", "\r").replace("\\n", "\n");
    String end = behindRow.replace("\\r", "\r").replace("\\n", "\n");
    byte[] content =
        bytes(
            header,
            "a ",
            floats(1, .5f),
            end,
            "b ",
            floats(.1f, .2f),
            end,
            "c ",
            floats(3, 4),
            end);
    for (byte[] file : List.of(content, gzip(content))) {
      VectorFormat.Opened opened = open(file);
      assertThat(words(opened.vectors())).containsExactly("a", "b", "c");
      assertThat(opened.vectors().matrix().row(2)).containsExactly(3, 4);
    }
    assertThat(words(diagnose(content).repaired(Arena.ofAuto()))).containsExactly("a", "b", "c");
    assertThat(diagnose(content).problems()).isEmpty();
  }

  @Test
  void wrongHeadersOfWholeFilesAreNoted() throws IOException {
    byte[] tooFew = "2 2\na 1 2\nb 1 3\nc 1 4\n".getBytes(UTF_8);
    VectorFormat.Opened opened = open(tooFew);
    assertThat(words(opened.vectors())).containsExactly("a", "b", "c");
    assertThat(opened.notes())
        .containsExactly("line 1: the header promises 2 rows, and there are 3");
    assertThat(diagnose(tooFew).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.MORE_ROWS));
    opened = open("4 2\na 1 2\n 1 3\n\t 1 4\nd 1 5\n".getBytes(UTF_8));
    assertThat(words(opened.vectors())).containsExactly("a", "d");
    assertThat(opened.notes())
        .containsExactly("2 rows without a word are left out, the first is line 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0000 0.0000 2.0000\n0.6000 0.8000 1.0000\n",
        "1.0\t0.0\t2.0\n0.6\t0.8\t1.0\n",
        "  1.0  0.0  2.0\n  0.6  0.8  1.0\n",
        "1.000000000000000000e+00 0.0e+00 2.0e+00\n6.0e-01 8.0e-01 1.0e+00\n",
        "-1 0 2\n1 0 2\n"
      })
  void aMatrixHasItsWordsElsewhere(String text) throws IOException {
    assertRefused(text.getBytes(UTF_8), "contains numbers without words");
    Path path = directory.resolve("vectors");
    Path named = Files.writeString(directory.resolve("named"), "a\nb\n");
    WordVectors vectors = VectorFormat.detect(path, named, Arena.ofAuto()).vectors();
    assertThat(words(vectors)).containsExactly("a", "b");
    assertThat(vectors.dimensions()).isEqualTo(3);
    Files.writeString(directory.resolve("vectors.metadata.tsv"), "c\nd\n");
    assertThat(words(VectorFormat.open(path, Arena.ofAuto()))).containsExactly("c", "d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 2 3\\n0.1 0.2 0.3\\n0.4 0.5 0.6\\n   | line 1: is a comment before numbers
          2 2\\rking 1 2\\rqueen 3 4\\r         | line 1: ends in a carriage return alone
          king 1 2\\rqueen 3 4\\rman 5 6        | line 1: ends in a carriage return alone
          king,0.5,0.25\\nqueen,0.6,0.8\\n      | no commas
          """)
  void linesOfOtherFormsAreNamed(String text, String message) {
    assertRefused(text.replace("\\n", "\n").replace("\\r", "\r").getBytes(UTF_8), message);
  }

  @Test
  void doctorKeepsRowsOfABinaryBehindThoseOfItsHeader() throws IOException {
    Random random = new Random(9);
    byte[] content = rows(List.of("a", "b", "c d", "e"), 20, random);
    content[0] = '2';
    assertRefused(content, "more bytes than the 2 rows of the header");
    Diagnosis diagnosis = diagnose(content);
    assertThat(diagnosis.rows()).isEqualTo(4);
    assertThat(diagnosis.problems().getFirst().kind()).isEqualTo(ProblemKind.MORE_ROWS);
    assertThat(diagnose(bytes(content, "rubbish")).rows()).isEqualTo(4);
  }

  @Test
  void numbersMayBeWords() throws IOException {
    assertThat(words(open("34 0.5 0.25\n2 1 1\n".getBytes(UTF_8)).vectors()))
        .containsExactly("34", "2");
    assertThat(words(open("2 2\n0.5 1 2\n1.5 3 4\n".getBytes(UTF_8)).vectors()))
        .containsExactly("0.5", "1.5");
  }

  private Diagnosis diagnose(byte[] content) throws IOException {
    return Diagnosis.of(Files.write(directory.resolve("vectors"), content), null, Arena.ofAuto());
  }

  private static byte[] rows(List<String> words, int dimensions, Random random) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(bytes(words.size() + " " + dimensions + "\n"));
    for (String word : words) {
      float[] values = new float[dimensions];
      for (int i = 0; i < dimensions; i++) {
        values[i] = (float) random.nextGaussian();
      }
      file.writeBytes(bytes(word + " ", floats(values)));
    }
    return file.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(content);
    }
    return packed.toByteArray();
  }

  private VectorFormat.Opened open(byte[] content) throws IOException {
    return VectorFormat.detect(Files.write(directory.resolve("vectors"), content), Arena.ofAuto());
  }

  private void assertRefused(byte[] content, String message) {
    assertThatThrownBy(() -> open(content))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageStartingWith(directory.resolve("vectors") + ": ")
        .hasMessageContaining(message);
  }
}
