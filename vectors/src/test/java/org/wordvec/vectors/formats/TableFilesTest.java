package org.wordvec.vectors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wordvec.vectors.formats.VectorFormatTest.words;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.repair.Diagnosis;

/** Tables of R, pandas and the like: names of columns, numbers of rows, quotes and padding. */
class TableFilesTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"V1\" \"V2\"\n\"the\" 0.1 0.2\n\"cat\" 0.3 0.4\n",
        "\"the\" 0.1 0.2\n\"cat\" 0.3 0.4\n",
        "2 2\n\"the\" 0.1 0.2\n\"cat\" 0.3 0.4\n",
        "\"word\"\t\"V1\"\t\"V2\"\n\"the\"\t0.1\t0.2\n\"cat\"\t0.3\t0.4\n"
      })
  void quotesAroundEveryWordAreNoPartOfIt(String text) throws IOException {
    VectorFormat.Opened opened = open(text);
    assertThat(words(opened.vectors())).containsExactly("the", "cat");
    assertThat(opened.vectors().matrix().row(1)).containsExactly(0.3f, 0.4f);
    assertThat(opened.notes())
        .contains("every word is in double quotes, which are not part of the words");
    assertThat(words(diagnose(text).repaired(Arena.ofAuto()))).containsExactly("the", "cat");
  }

  @Test
  void escapedQuotesAreRead() throws IOException {
    assertThat(words(open("\"\\\"\" 0.1 0.2\n\"\"\"\" 0.3 0.1\n\"a b\" 1 2\n").vectors()))
        .containsExactly("\"", "a b");
    assertThat(words(open(" 0 1\n\"\"\"\" 0.3 0.1\nthe 0.5 0.1\n\"a b\" 1 2\n").vectors()))
        .containsExactly("\"", "the", "a b");
  }

  @Test
  void quotesAroundSomeWordsAreKept() throws IOException {
    VectorFormat.Opened opened = open("\"the\" 0.1 0.2\n\"cat\" 1 1\nsat 1 2\n\" 1 3\n\"\" 2 1\n");
    assertThat(words(opened.vectors())).containsExactly("\"the\"", "\"cat\"", "sat", "\"", "\"\"");
    assertThat(opened.notes())
        .containsExactly(
            "3 of 5 words are in double quotes, but not that of line 3, so that the quotes are kept"
                + " as parts of words");
    StringBuilder late = new StringBuilder();
    for (int row = 0; row < 40; row++) {
      late.append("\"w").append(row).append("\" 0.1 0.2\n");
    }
    opened = open(late + "sat 1 2\n");
    assertThat(words(opened.vectors())).startsWith("\"w0\"").endsWith("sat");
    assertThat(opened.notes()).singleElement().asString().contains("40 of 41", "line 41");
    assertThat(open("\" 0.1 0.2\n").notes()).isEmpty();
    assertThat(words(open("\" 0.1 0.2\n").vectors())).containsExactly("\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " the 0.1 0.2\n cat 0.3 0.4\n",
        "\tthe\t0.1\t0.2\n\tcat\t0.3\t0.4\n",
        " 2 2\n the 0.1 0.2\n cat 0.3 0.4\n",
        "      V1  V2\n the 0.1 0.2\n cat 0.3 0.4\n"
      })
  void blanksBeforeEveryWordAreNoPartOfIt(String text) throws IOException {
    VectorFormat.Opened opened = open(text);
    assertThat(words(opened.vectors())).containsExactly("the", "cat");
    assertThat(opened.notes()).contains("lines begin with blanks, which are not part of the words");
    assertThat(words(diagnose(text).repaired(Arena.ofAuto()))).containsExactly("the", "cat");
  }

  @Test
  void wordsThatAreSetFlushRightAreReadWithoutPadding() throws IOException {
    VectorFormat.Opened opened = open("  the 0.1 0.2\n über 0.3 0.4\nthree 0.5 0.6\n    3 1 2\n");
    assertThat(words(opened.vectors())).containsExactly("the", "über", "three", "3");
  }

  @Test
  void blanksBeforeSomeWordsAreKeptAndNoted() throws IOException {
    VectorFormat.Opened opened = open("the 0.1 0.2\n cat 0.3 0.4\nmouse 1 2\n");
    assertThat(words(opened.vectors())).containsExactly("the", " cat", "mouse");
    assertThat(opened.notes()).containsExactly("the word of row 2 begins with a blank");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " 0 1 2\n",
        "word 0 1 2\n",
        "word\t1\t2\t3\n",
        "\"\" \"0\" \"1\" \"2\"\n",
        "word dim_0 dim_1 dim_2\n",
        "x1 x2 x3\n",
        "\ufeff 0 1 2\r\n"
      })
  void namesOfColumnsAreNoWord(String names) throws IOException {
    String text = names + "the 0.1 0.2 0.5\ncat 0.3 0.4 1\n";
    VectorFormat.Opened opened = open(text);
    assertThat(words(opened.vectors())).containsExactly("the", "cat");
    assertThat(opened.vectors().dimensions()).isEqualTo(3);
    assertThat(opened.notes())
        .singleElement()
        .asString()
        .startsWith("line 1: \"")
        .endsWith("\" is taken for names of columns and left out");
    assertThat(diagnose(text).rows()).isEqualTo(2);
    assertThat(diagnose(text).problems()).isEmpty();
  }

  @Test
  void manyNumbersOfColumnsAreNamesWhateverTheWordBefore() throws IOException {
    VectorFormat.Opened opened = open("q 0 1 2 3 4 5\nthe 0.1 0.2 0.3 0.4 0.5 0.6\n");
    assertThat(words(opened.vectors())).containsExactly("the");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 1 2 3\nb 4 5 6\nc 7 8 9\n",
        "a 0 1 2\nb 0.5 0.6 0.7\n",
        "word 0 1 3\nb 0.5 0.6 0.7\n",
        "word 1 2 3\nb 3 2 1\n",
        "word 0 1 2\n"
      })
  void aVectorOfWholeNumbersIsOne(String text) throws IOException {
    VectorFormat.Opened opened = open(text);
    assertThat(opened.vectors().size()).isEqualTo(text.split("\n").length);
    assertThat(opened.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the 0.1 x y\ncat 0.1 0.2 0.3\n",
        "the NA NA NA\ncat 0.1 0.2 0.3\n",
        "the x y z\ncat 0.1 0.2 0.3\nsat 0.1 y 0.3\n",
        "the x 0.5\ncat 0.1 0.2 0.3\n"
      })
  void aDamagedFirstRowIsRefused(String text) {
    assertThatThrownBy(() -> open(text))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageContaining(": line 1: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " word 0 1\n0 the 0.1 0.2\n1 cat 0.3 0.4\n2 sat 0.3 0.4\n",
        "\"word\" \"V1\" \"V2\"\n\"1\" \"the\" 0.1 0.2\n\"2\" \"cat\" 0.3 0.4\n\"3\" \"sat\" 1 2\n"
      })
  void numbersOfRowsAreNoPartsOfWords(String text) throws IOException {
    VectorFormat.Opened opened = open(text);
    assertThat(words(opened.vectors())).containsExactly("the", "cat", "sat");
    assertThat(opened.notes())
        .contains("words follow the numbers of their rows, which are left out");
    assertThat(words(diagnose(text).repaired(Arena.ofAuto()))).containsExactly("the", "cat", "sat");
  }

  @Test
  void aMatrixMayHaveNamesOfColumns() throws IOException {
    Path path = Files.writeString(directory.resolve("v"), "0 1 2\n0.1 0.2 0.5\n0.3 0.4 1\n");
    Files.writeString(directory.resolve("v.vocab"), "the\ncat\n");
    assertThat(words(VectorFormat.open(path, Arena.ofAuto()))).containsExactly("the", "cat");
    Files.writeString(path, " 0 1 2\n7 0.1 0.2 0.5\n9 0.3 0.4 1\n");
    Files.delete(directory.resolve("v.vocab"));
    assertThat(words(VectorFormat.open(path, Arena.ofAuto()))).containsExactly("7", "9");
  }

  private VectorFormat.Opened open(String text) throws IOException {
    return VectorFormat.detect(write(text), Arena.ofAuto());
  }

  private Diagnosis diagnose(String text) throws IOException {
    return Diagnosis.of(write(text), null, Arena.ofAuto());
  }

  private Path write(String text) throws IOException {
    return Files.write(directory.resolve("vectors"), text.getBytes(UTF_8));
  }
}
