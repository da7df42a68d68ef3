package org.wordvec.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.TinyModel;

class ConvertCommandTest {
  @TempDir private Path folder;
  private String model;

  @BeforeEach
  void writeModel() throws IOException {
    model = TinyModel.write(folder.resolve("tiny.bin")).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.bin",
        "x.txt",
        "x.vec",
        "x.glove",
        "x.fifu",
        "x.npy",
        "x.safetensors",
        "x.bin.gz",
        "x.txt.zst"
      })
  void convertedModelsGiveTheSameResults(String name) {
    String target = folder.resolve(name).toString();
    CommandRun converted = CommandRun.of("convert", model, target, "--format", "csv");
    assertThat(converted.code()).as(converted.err()).isZero();
    assertThat(converted.lines().get(1)).contains(target, String.valueOf(TinyModel.size()));
    List<String> expected = CommandRun.of("neighbors", model, "king", "東京", "-k", "3").lines();
    assertThat(CommandRun.of("neighbors", target, "king", "東京", "-k", "3").lines())
        .isEqualTo(expected);
    CommandRun info = CommandRun.of("info", target, "--format", "csv");
    assertThat(info.lines().getFirst()).contains("mapped");
    boolean binary = List.of("x.bin", "x.fifu", "x.npy", "x.safetensors").contains(name);
    assertThat(info.lines().get(1)).contains(binary ? ",yes," : ",no,");
  }

  @Test
  void theProjectorGetsTwoFiles() {
    Path target = folder.resolve("x.tsv");
    assertThat(CommandRun.of("convert", model, target.toString()).code()).isZero();
    assertThat(folder.resolve("x.metadata.tsv")).content().startsWith("man\nwoman\nking\n");
    assertThat(target).content().startsWith("0.1\t1.0\t0.0\t0.1\n");
  }

  @Test
  void theWordsOfAnArrayCanBeGiven() throws IOException {
    Path array = folder.resolve("x.npy");
    assertThat(CommandRun.of("convert", model, array.toString()).code()).isZero();
    Path words = Files.move(folder.resolve("x.vocab"), folder.resolve("words"));
    Path text = folder.resolve("y.txt");
    CommandRun missing = CommandRun.of("convert", array.toString(), text.toString());
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.errorLines()).singleElement().asString().contains("neither x.vocab nor");
    CommandRun named =
        CommandRun.of(
            "convert", array.toString(), text.toString(), "--vocabulary", words.toString());
    assertThat(named.code()).as(named.err()).isZero();
    assertThat(text).content().startsWith("8 4\nman 0.1 1.0 0.0 0.1\n");
  }

  @Test
  void aModelCanReplaceItself() {
    assertThat(CommandRun.of("convert", model, model).code()).isZero();
    assertThat(CommandRun.of("neighbors", model, "king").code()).isZero();
  }

  @Test
  void neitherOfTwoFilesIsLeftWhereOneCannotBe() throws IOException {
    Files.createDirectory(folder.resolve("x.vocab"));
    CommandRun run = CommandRun.of("convert", model, folder.resolve("x.npy").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains("x.vocab: cannot write");
    assertThat(folder.resolve("x.npy")).doesNotExist();
  }

  @Test
  void aPickleSaysHowToExport() throws IOException {
    Path pickle = Files.write(folder.resolve("w.model"), new byte[] {(byte) 0x80, 4, (byte) 0x95});
    CommandRun run = CommandRun.of("neighbors", pickle.toString(), "king");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains("pickle", "save_word2vec_format");
  }
}
