package org.wordvec.cli.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.TinyModel;

class MapCommandTest {
  @TempDir private Path folder;
  private String model;

  @BeforeEach
  void writeModel() throws IOException {
    model = TinyModel.write(folder.resolve("tiny.bin")).toString();
  }

  @ParameterizedTest
  @CsvSource({"tsne, map.html", "umap, map.svg", "pca, map.csv", "pca, map.TSV"})
  void everyMethodDrawsEveryWordTheSameEachTime(String method, String name) throws IOException {
    Path map = folder.resolve(name);
    CommandRun run =
        CommandRun.of("map", model, "-o", map.toString(), "--method", method, "--seed", "3");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(method, "words", "8");
    String first = Files.readString(map);
    assertThat(first).contains("princess", "東京", "ice,cream");
    CommandRun.of("map", model, "-o", map.toString(), "--method", method, "--seed", "3");
    assertThat(Files.readString(map)).isEqualTo(first);
  }

  @Test
  void aPageNamesTheNeighboursThatTheModelHasAndNotOnlyThoseDrawn() throws IOException {
    Path words = Files.writeString(folder.resolve("words.txt"), "king\nman\nwoman\n");
    Path map = folder.resolve("map.html");
    CommandRun run =
        CommandRun.of(
            "map", model, "--words", words.toString(), "-o", map.toString(), "--method", "pca");
    assertThat(run.code()).as(run.err()).isZero();
    List<String> nearest =
        CommandRun.of("neighbors", model, "king", "-k", "2", "--format", "tsv").lines();
    String first = nearest.get(1).split("\t", -1)[2];
    assertThat(first).isEqualTo("prince");
    assertThat(Files.readString(map)).contains("[[\"prince\",0.8");
  }

  @Test
  void coordinatesAreRowsOfACsvFile() throws IOException {
    Path map = folder.resolve("map.csv");
    assertThat(CommandRun.of("map", model, "-o", map.toString(), "--method", "pca").code())
        .isZero();
    List<String> lines = Files.readAllLines(map);
    assertThat(lines).hasSize(TinyModel.size() + 1);
    assertThat(lines.getFirst()).isEqualTo("word,x,y,group");
    assertThat(lines.getLast()).startsWith("\"ice,cream\",");
  }

  @Test
  void pngIsAPngWhereThereAreFontsAndElseALine() {
    Path map = folder.resolve("map.png");
    CommandRun run = CommandRun.of("map", model, "-o", map.toString(), "--method", "pca");
    if (run.code() == 0) {
      assertThat(map.toFile()).isFile();
    } else {
      assertThat(run.errorLines())
          .singleElement()
          .asString()
          .contains("write .svg or .html, which use the fonts of the viewer");
      assertThat(map).doesNotExist();
    }
  }

  @Test
  void listedWordsAreDrawnAndUnknownOnesNamed() throws IOException {
    Path words = Files.writeString(folder.resolve("words.txt"), "\uFEFFqueen\n\n king \nnobody\n");
    Path map = folder.resolve("map.csv");
    CommandRun run =
        CommandRun.of(
            "map", model, "--words", words.toString(), "-o", map.toString(), "--method", "pca");
    assertThat(run.code()).isZero();
    assertThat(run.errorLines())
        .containsExactly(
            "wordvec: " + words + ": skipped 1 of 3 words, which the model does not have: nobody");
    assertThat(Files.readAllLines(map))
        .extracting(line -> line.replaceAll(",.*", ""))
        .containsExactly("word", "king", "queen");
  }

  @Test
  void listedWordsMayComeFromStandardInput() throws IOException {
    Path map = folder.resolve("map.csv");
    CommandRun run =
        CommandRun.withInput(
            "man\nwoman\n", "map", model, "--words", "-", "-o", map.toString(), "--method", "pca");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readAllLines(map)).hasSize(3);
  }

  @Test
  void theSurroundingsOfAWordAreDrawnWithItMarked() throws IOException {
    Path map = folder.resolve("map.svg");
    CommandRun run =
        CommandRun.of(
            "map",
            model,
            "--neighbors-of",
            "king",
            "-k",
            "3",
            "-o",
            map.toString(),
            "--method",
            "pca");
    assertThat(run.code()).as(run.err()).isZero();
    String svg = Files.readString(map);
    assertThat(svg.split("<circle", -1)).hasSize(5);
    assertThat(svg).containsPattern("marked\"[^>]*>king<").doesNotContain("東京");
  }

  @ParameterizedTest
  @ValueSource(strings = {"map.gif", "map", "map.bin"})
  void otherExtensionsAreRefusedBeforeAnyWork(String name) {
    CommandRun run = CommandRun.of("map", model, "-o", folder.resolve(name).toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains("the extension of a map must be .html, .svg, .png, .csv or .tsv");
  }

  @Test
  void whatCannotBeDrawnIsOneLine() throws IOException {
    String map = folder.resolve("map.svg").toString();
    String none = Files.writeString(folder.resolve("none.txt"), "nobody\n").toString();
    assertLine(1, "none of its 1 word is in the model", "map", model, "--words", none, "-o", map);
    assertLine(1, "no such file", "map", model, "--words", none + "x", "-o", map);
    assertLine(1, "no word \"kign\"", "map", model, "--neighbors-of", "kign", "-o", map);
    assertLine(2, "the map has 2 words", "map", model, "--top", "2", "-o", map);
    assertLine(2, "at least 1", "map", model, "--top", "0", "-o", map);
    assertLine(2, "200 to 20000", "map", model, "--width", "5", "-o", map);
    assertLine(2, "--output", "map", model);
    assertThat(Path.of(map)).doesNotExist();
  }

  private static void assertLine(int code, String part, String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.errorLines()).singleElement().asString().contains(part);
  }
}
