package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.base.ExitCode;

/** Every mistake costs one line and leaves an older output as it was. */
class BadInputTest {
  private static final String OLD = "an older model";

  @TempDir private Path folder;
  private String corpus;
  private Path output;

  @BeforeEach
  void writeFiles() throws IOException {
    corpus = write("corpus.txt", "the king and the queen\n".repeat(50));
    output = Files.writeString(folder.resolve("model.bin"), OLD);
  }

  static Stream<Arguments> badOptions() {
    return Stream.of(
        arguments("--dim 0", "dimensions"),
        arguments("--dim 70000", "dimensions"),
        arguments("--dim x", "'--dim': 'x' is not an int"),
        arguments("--window 0", "window"),
        arguments("--epochs 0", "epochs"),
        arguments("--epochs -3", "epochs"),
        arguments("--learning-rate 0", "learning rate"),
        arguments("--learning-rate -1", "learning rate"),
        arguments("--learning-rate NaN", "learning rate"),
        arguments("--learning-rate 11", "learning rate"),
        arguments("--negatives 0", "negatives"),
        arguments("--noise-exponent 9", "exponent"),
        arguments("--sample 2", "sample"),
        arguments("--threads 0", "threads"),
        arguments("--min-count 0", "minimum count"),
        arguments("--max-vocabulary -1", "maximum vocabulary"),
        arguments("--max-sentence-length 1", "sentence length"),
        arguments("--architecture glove", "one of skipgram, cbow"),
        arguments("--objective hs", "one of negative-sampling, hierarchical-softmax"),
        arguments("--objective hierarchical-softmax --negatives 5", "--negatives"),
        arguments("--device gpu", "one of auto, cpu, cuda"),
        arguments("--encoding-errors ignore", "one of strict, replace, skip"),
        arguments("--dimm 3", "did you mean --dim?"),
        arguments("--dim 3 --dim 4", "--dim"));
  }

  @ParameterizedTest
  @MethodSource("badOptions")
  void anOptionOutOfRangeIsAUsageError(String options, String words) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("train", "word2vec", corpus, "-o", output.toString()));
    arguments.addAll(Arrays.asList(options.split(" ", -1)));
    expect(ExitCode.USAGE, words, arguments.toArray(String[]::new));
    assertThat(output).hasContent(OLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.xyz", "model", "model.fifu.gz"})
  void anUnknownExtensionListsTheKnownOnes(String name) {
    String file = folder.resolve(name).toString();
    CommandRun run = train(corpus, "-o", file);
    assertOneLine(run, ExitCode.USAGE, ".bin");
    assertThat(run.err()).contains(".txt", ".vec", ".glove");
    assertThat(Path.of(file)).doesNotExist();
  }

  @Test
  void aMissingOutputOptionIsAUsageError() {
    expect(ExitCode.USAGE, "--output", "train", "word2vec", corpus);
  }

  @Test
  void aMissingCorpusArgumentIsAUsageError() {
    expect(ExitCode.USAGE, "CORPUS", "train", "word2vec", "-o", output.toString());
  }

  @Test
  void aCorpusThatCannotBeUsedIsAFailure() throws IOException {
    byte[] noise = new byte[4096];
    new Random(5).nextBytes(noise);
    Path binary = Files.write(folder.resolve("noise"), noise);
    assertOneLine(train("nothing.txt", "-o", output.toString()), 1, "nothing.txt");
    assertOneLine(train(write("empty", ""), "-o", output.toString()), 1, "empty");
    assertOneLine(train(write("blank", " \n\n"), "-o", output.toString()), 1, "blank");
    assertOneLine(train(binary.toString(), "-o", output.toString()), 1, "noise");
    assertOneLine(train(write("rare", "a b c\n"), "-o", output.toString()), 1, "at least 5 times");
    assertOneLine(train("-", "-o", output.toString()), 1, "standard input");
    assertThat(output).hasContent(OLD);
  }

  @Test
  void anOutputFolderIsLookedForBeforeTheCorpusIsRead() {
    String lost = folder.resolve("no/model.bin").toString();
    assertOneLine(train("nothing.txt", "-o", lost), 1, "model.bin");
    assertOneLine(train("nothing.txt", "-o", output.toString(), "--report", lost), 1, "model.bin");
    assertOneLine(
        train("nothing.txt", "-o", output.toString(), "--save-vocabulary", lost), 1, "model.bin");
  }

  @Test
  void anOutputIsNeverAnInput() throws IOException {
    String text = Files.readString(Path.of(corpus));
    assertOneLine(train(corpus, "-o", corpus), ExitCode.USAGE, "overwritten");
    assertOneLine(
        train(corpus, "-o", output.toString(), "--report", output.toString()),
        ExitCode.USAGE,
        "same");
    assertThat(Path.of(corpus)).hasContent(text);
    assertThat(output).hasContent(OLD);
  }

  @Test
  void cudaIsRefusedBeforeTheCorpusIsLookedFor() {
    CommandRun run = train("nothing.txt", "-o", output.toString(), "--device", "cuda");
    assertOneLine(run, 1, "wordvec: no CUDA driver");
  }

  @Test
  void aBadVocabularyFileIsAFailure() throws IOException {
    String bad = write("vocabulary", "king 7\nqueen seven\n");
    assertOneLine(train(corpus, "-o", output.toString(), "--vocabulary", bad), 1, "vocabulary");
    assertThat(output).hasContent(OLD);
  }

  @Test
  void aTruncatedModelIsAFailure() throws IOException {
    Path model = TinyModel.write(folder.resolve("tiny.bin"));
    byte[] bytes = Files.readAllBytes(model);
    Files.write(model, Arrays.copyOf(bytes, bytes.length - 9));
    expect(1, "tiny.bin", "info", model.toString());
  }

  @Test
  void anOversizedHeaderIsAFailure() throws IOException {
    expect(1, "huge.bin", "info", write("huge.bin", "2000000000 60000\nking "));
    expect(1, "huge.txt", "info", write("huge.txt", "2000000000 3\nking 1 2 3\n"));
  }

  @Test
  void aModelWithNaNIsAFailure() throws IOException {
    expect(1, "nan.txt", "info", write("nan.txt", "2 2\nking 1 2\nqueen nan 1\n"));
    ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("1 2\nking ".getBytes(StandardCharsets.UTF_8)).putFloat(1).putFloat(Float.NaN);
    Path binary = folder.resolve("nan.bin");
    Files.write(binary, Arrays.copyOf(bytes.array(), bytes.position()));
    expect(1, "nan.bin", "neighbors", binary.toString(), "king");
  }

  @Test
  void aModelThatIsMissingEmptyOrTextIsAFailure() throws IOException {
    expect(1, "no such file", "info", folder.resolve("nothing.bin").toString());
    expect(1, "empty.bin", "info", write("empty.bin", ""));
    expect(1, "corpus.txt", "info", corpus);
    expect(1, folder.getFileName().toString(), "info", folder.toString());
  }

  @Test
  void anUnknownWordBringsNearSpellings() throws IOException {
    String model = TinyModel.write(folder.resolve("tiny.bin")).toString();
    expect(1, "\"kingg\"; did you mean king", "neighbors", model, "kingg");
    expect(1, "\"King\"; did you mean king", "similarity", model, "King", "queen");
    expect(1, "\"quen\"; did you mean queen", "analogy", model, "king - quen");
    expect(1, "no word \"zzzzzzzzz\"", "analogy", model, "man", "king", "zzzzzzzzz");
  }

  @Test
  void aQuestionThatMakesNoSenseIsAUsageError() throws IOException {
    String model = TinyModel.write(folder.resolve("tiny.bin")).toString();
    expect(2, "WORD", "neighbors", model);
    expect(2, "-k", "neighbors", model, "king", "-k", "0");
    expect(2, "one of table, tsv, csv, json", "info", model, "--format", "xml");
    expect(2, "expression", "analogy", model, "king -");
    expect(2, "not 2 arguments", "analogy", model, "king", "man");
    expect(2, "--analogies", "evaluate", model);
    expect(2, "restriction", "evaluate", model, "--pairs", corpus, "--restrict-vocab", "-1");
    expect(2, ".bin", "convert", model, folder.resolve("x.xyz").toString());
    expect(2, "unexpected argument", "info", model, "more");
  }

  @Test
  void anEvaluationFileThatIsNoneIsAFailure() throws IOException {
    String model = TinyModel.write(folder.resolve("tiny.bin")).toString();
    expect(1, "nothing.txt", "evaluate", model, "--pairs", "nothing.txt");
    expect(1, "nothing.txt", "evaluate", model, "--analogies", "nothing.txt");
    expect(1, "corpus.txt", "evaluate", model, "--analogies", corpus);
  }

  @Test
  void aFailedConversionLeavesTheOlderFile() throws IOException {
    String broken = write("nan.txt", "1 2\nking nan 1\n");
    expect(1, "nan.txt", "convert", broken, output.toString());
    assertThat(output).hasContent(OLD);
  }

  @Test
  void anUnknownCommandListsTheKnownOnes() {
    expect(2, "train", "trian");
    expect(2, "expected word2vec", "train", "elmo");
  }

  @Test
  void aStackTraceComesOnlyWhenAskedFor() {
    CommandRun run = CommandRun.of("info", "nothing.bin", "--stacktrace");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("\tat ");
    assertThat(run.errorLines().getLast()).startsWith("wordvec: nothing.bin");
  }

  private CommandRun train(String... arguments) {
    List<String> all = new ArrayList<>(List.of("train", "word2vec", "--quiet"));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static void expect(int code, String words, String... arguments) {
    assertOneLine(CommandRun.of(arguments), code, words);
  }

  private static void assertOneLine(CommandRun run, int code, String words) {
    assertThat(run.err()).contains(words);
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.errorLines()).singleElement().asString().startsWith("wordvec: ");
    assertThat(run.err()).doesNotContain("Exception", "internal error");
    assertThat(run.out()).isEmpty();
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
