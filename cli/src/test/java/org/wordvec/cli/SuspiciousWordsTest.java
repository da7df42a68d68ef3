package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.VectorFormat;

/**
 * Prints words with control characters, words that look like formulas, and words that are not
 * UTF-8.
 */
class SuspiciousWordsTest {
  private static final List<String> WORDS =
      List.of(
          "king",
          "\u001b]52;c;ZXZpbA==\u0007",
          "\u009b31m",
          "\u202egnik",
          "two\nlines",
          "a\tb\rc",
          "\u2028x\u200f",
          "=cmd|' /C calc'!A0",
          "@sum",
          "-1+1");

  @TempDir private Path folder;
  private String model;

  @BeforeEach
  void writeModel() throws IOException {
    model = write("odd.fifu", WORDS.stream().map(SuspiciousWordsTest::utf8).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "neighbors MODEL king -k 30",
        "neighbors MODEL king -k 30 --format json",
        "neighbors MODEL king -k 30 --format jsonl",
        "similarity MODEL king \u202egnik",
        "rank MODEL king two\nlines \u009b31m",
        "odd-one-out MODEL king \u009b31m @sum",
        "senses MODEL king -k 9",
        "compare MODEL MODEL --top 0",
        "info MODEL",
        "info MODEL --format json",
        "doctor MODEL",
        "neighbors MODEL no\u009bsuch\u202eword",
        "neighbors MODEL no\nsuch",
        "neighbors \u009bmodel king",
        "neighbors MODEL king --top \u009bx",
        "neighbors MODEL king --\u009bx",
        "\u009bx",
        "analogy MODEL king\u001b[2J+@sum",
        "analogy MODEL king \u009b @sum",
        "--defaults=\u009b.properties info MODEL",
        "map MODEL -o \u009b/x.csv",
        "tokenize \u009b.txt",
        "train word2vec \u009b.txt -o o.bin",
        "vocab \u009b.txt -o o.txt"
      })
  void controlCharactersAreEscapedOnTerminals(String line) {
    CommandRun run = CommandRun.of(arguments(line));
    assertHarmless(run);
    assertThat(run.out() + run.err()).isNotBlank();
  }

  @Test
  void aRowOfATableIsOneLine() {
    assertThat(CommandRun.of("neighbors", model, "king", "-k", "30").lines())
        .hasSize(WORDS.size())
        .anyMatch(row -> row.contains("two\\u000alines"))
        .anyMatch(row -> row.contains("\\u001b]52;c;ZXZpbA==\\u0007"));
  }

  @Test
  void theShellEscapesControlCharacters() {
    CommandRun run =
        CommandRun.withInput(
            "king -k 30\nno\u009bsuch\n:open \u009b\n:set match \u202e\n:set\n:\u009b\n",
            "shell",
            model);
    assertHarmless(run);
    assertThat(run.errorLines()).hasSize(3).allMatch(text -> text.contains("\\u009b"));
  }

  @Test
  void unknownWordsAreShownEscaped() {
    assertThat(CommandRun.of("neighbors", model, "no\nsuch\u009b").err())
        .contains("no word \"no\\u000asuch\\u009b\"");
  }

  @Test
  void batchesNameTheWordEscaped() {
    CommandRun run = CommandRun.withInput("no\u009bsuch\n", "neighbors", model, "--input", "-");
    assertHarmless(new CommandRun(0, "", run.err()));
    assertThat(run.err()).contains("no\\u009bsuch").hasLineCount(1);
  }

  @Test
  void machineFormatsKeepWordsUnchanged() {
    String out = CommandRun.of("neighbors", model, "king", "-k", "30", "--format", "csv").out();
    assertThat(out).contains("\"two\nlines\"").contains("\u009b31m").contains(",@sum,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv"})
  void spreadsheetsDoNotRunWords(String format) {
    String out =
        CommandRun.of("neighbors", model, "king", "-k", "30", "--format", format, "--csv-safe")
            .out();
    assertThat(out)
        .contains("'=cmd|")
        .contains("'@sum")
        .contains("'-1+1")
        .doesNotContain("''")
        .doesNotContain("'king");
    String streamed =
        CommandRun.withInput(
                "@sum\n", "neighbors", model, "--input", "-", "--format", format, "--csv-safe")
            .out();
    assertThat(streamed).contains("\n'@sum");
    Path map = folder.resolve("map." + format);
    CommandRun drawn = CommandRun.of(arguments("map MODEL --method pca --csv-safe -o " + map));
    assertThat(drawn.err()).isEmpty();
    assertThat(map).content(StandardCharsets.UTF_8).contains("'=cmd|").contains("'-1+1");
  }

  @Test
  void wordsThatAreNotUtf8AreMappedAndCompared() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(utf8("6 3\n"));
    for (int row = 0; row < 6; row++) {
      byte cut = (byte) (row == 0 ? 0xc3 : 0xe2);
      bytes.writeBytes(row < 2 ? new byte[] {'b', cut} : utf8("word" + row));
      bytes.write(' ');
      ByteBuffer values = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
      values.putFloat(1).putFloat((float) Math.sin(row)).putFloat((float) Math.cos(row));
      bytes.writeBytes(values.array());
    }
    String bad = Files.write(folder.resolve("bad.bin"), bytes.toByteArray()).toString();
    for (String extension : List.of("csv", "html", "svg")) {
      CommandRun run =
          CommandRun.of("map", bad, "--method", "pca", "-o", folder + "/m." + extension);
      assertThat(run.code()).as(run.err()).isZero();
    }
    assertThat(folder.resolve("m.csv")).content().startsWith("word,x,y,group\n");
    CommandRun compared = CommandRun.of("compare", bad, bad, "--top", "0", "--format", "jsonl");
    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(compared.lines()).hasSize(6).allMatch(row -> row.contains("\"share\":1"));
  }

  private String[] arguments(String line) {
    return Stream.of(line.split(" "))
        .map(word -> word.replace("MODEL", model))
        .toArray(String[]::new);
  }

  private static void assertHarmless(CommandRun run) {
    assertThat((run.out() + run.err()).replace("\n", ""))
        .doesNotContainPattern("[\\p{Cntrl}\u0080-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]");
  }

  private static byte[] utf8(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  private String write(String name, List<byte[]> words) throws IOException {
    WordList.Builder list = new WordList.Builder();
    List<float[]> rows = new ArrayList<>();
    for (byte[] word : words) {
      rows.add(new float[] {1, (float) Math.sin(rows.size()), (float) Math.cos(rows.size())});
      list.add(word, 0, word.length);
    }
    Path file = folder.resolve(name);
    try (Arena arena = Arena.ofConfined()) {
      Matrix matrix = Matrix.allocate(arena, rows.size(), 3);
      for (int row = 0; row < rows.size(); row++) {
        matrix.setRow(row, rows.get(row));
      }
      VectorFormat.forOutput(file).write(new WordVectors(list.build(), matrix), file);
    }
    return file.toString();
  }
}
