package org.wordvec.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.base.ExitCode;

/** Corpora as people have them, through the commands. */
class CorporaTest {
  private static final String TEXT = text();
  private static final String CHINESE = "國王和王后住在北京。\n國王喜歡音樂和蘋果。\n王后喜歡北京的音樂。\n".repeat(6);

  static {
    // The module under test has no use for these, the tests pack files with them.
    for (String name : List.of("org.apache.commons.compress", "com.github.luben.zstd_jni")) {
      CorporaTest.class.getModule().addReads(ModuleLayer.boot().findModule(name).orElseThrow());
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"whitespace", "words"})
  void theSameTextGivesTheSameVocabularyHoweverItComes(String tokenizer) throws IOException {
    Path plain = write("text.txt", TEXT.getBytes(UTF_8));
    byte[] expected = vocabulary(tokenizer, "", plain.toString());
    assertThat(expected).isNotEmpty();
    Path gz = packed("text.gz", GZIPOutputStream::new);
    Path bz2 = packed("text.bz2", BZip2CompressorOutputStream::new);
    Path xz = packed("text.xz", XZCompressorOutputStream::new);
    Path zst = packed("text.zst", ZstdOutputStream::new);
    for (Path file : List.of(gz, bz2, xz, zst)) {
      assertThat(vocabulary(tokenizer, "", file.toString())).as("%s", file).isEqualTo(expected);
    }
    assertThat(vocabulary(tokenizer, TEXT, "-")).isEqualTo(expected);
    String csv = "id,text\n1,\"" + TEXT.replace("\"", "\"\"") + "\"\n";
    Path rows = write("text.csv", csv.getBytes(UTF_8));
    assertThat(vocabulary(tokenizer, "", rows.toString(), "--csv-column", "text"))
        .isEqualTo(expected);
    StringBuilder json = new StringBuilder();
    TEXT.lines()
        .forEach(line -> json.append("{\"text\":\"%s\"}\n".formatted(line.replace("\"", "\\\""))));
    Path objects = write("text.jsonl", json.toString().getBytes(UTF_8));
    assertThat(vocabulary(tokenizer, "", objects.toString(), "--json-field", "text"))
        .isEqualTo(expected);
    Path utf16 = write("text.utf16", TEXT.getBytes(Charset.forName("UTF-16")));
    assertThat(vocabulary(tokenizer, "", utf16.toString())).isEqualTo(expected);
    Path gb = write("text.gb", TEXT.getBytes(Charset.forName("GB18030")));
    assertThat(vocabulary(tokenizer, "", gb.toString(), "--encoding", "gb18030"))
        .isEqualTo(expected);
    assertThat(vocabulary(tokenizer, "", gb.toString(), "--encoding", "auto")).isEqualTo(expected);
    Files.createDirectory(folder.resolve("parts"));
    int half = TEXT.indexOf('\n', TEXT.length() / 2) + 1;
    write("parts/1.txt", TEXT.substring(0, half).getBytes(UTF_8));
    write("parts/2.txt", TEXT.substring(half).getBytes(UTF_8));
    assertThat(vocabulary(tokenizer, "", folder + "/parts/*.txt")).isEqualTo(expected);
    assertThat(vocabulary(tokenizer, "", folder + "/parts")).isEqualTo(expected);
  }

  @Test
  void stopWordsOfWhichNoneOccursAreTold() throws IOException {
    String corpus =
        write("c.txt", "the king and the queen\n".repeat(20).getBytes(UTF_8)).toString();
    String foreign = write("foreign.txt", "The\nAnd\nder\n".getBytes(UTF_8)).toString();
    String fitting = write("fitting.txt", "der\nthe\n".getBytes(UTF_8)).toString();
    String words = "wordvec: warning: none of the 3 words of --stop-words occurs in the text;";
    for (List<String> command :
        List.of(
            List.of("tokenize", corpus),
            List.of("vocab", corpus),
            List.of("phrases", corpus, "-o", folder.resolve("p").toString()),
            List.of("cooccur", corpus, "-o", folder.resolve("c").toString(), "--min-count", "1"))) {
      List<String> unused = new ArrayList<>(command);
      unused.addAll(List.of("--stop-words", foreign));
      CommandRun run = CommandRun.of(unused.toArray(String[]::new));
      assertThat(run.code()).isZero();
      assertThat(run.err()).as(command.getFirst()).contains(words);
      unused.set(unused.size() - 1, fitting);
      assertThat(CommandRun.of(unused.toArray(String[]::new)).err())
          .as(command.getFirst())
          .doesNotContain("--stop-words");
    }
    String empty = Files.writeString(folder.resolve("empty.txt"), "\n").toString();
    assertThat(CommandRun.of("vocab", corpus, "--stop-words", empty).err())
        .contains("wordvec: warning: --stop-words: there is no word in " + empty);
    assertThat(CommandRun.of("vocab", corpus, "--stop-words", foreign, "--lowercase").err())
        .doesNotContain("--stop-words");
    assertThat(CommandRun.of("tokenize", corpus, "--stop-words", foreign, "--head", "1").err())
        .isEmpty();
  }

  @Test
  void tokenizeShowsWhatTrainingWouldSee() throws IOException {
    String corpus = write("zh.txt", CHINESE.getBytes(UTF_8)).toString();
    CommandRun run =
        CommandRun.of("tokenize", corpus, "--tokenizer", "chinese", "--simplified", "--head", "2");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).containsExactly("国王 和 王后 住在 北京", "国王 喜欢 音乐 和 苹果");
    assertThat(CommandRun.of("tokenize", corpus, "--tokenizer", "characters", "--head", "1").out())
        .isEqualTo("國 王 和 王 后 住 在 北 京\n");
    CommandRun kept =
        CommandRun.of(
            "tokenize", corpus, "--tokenizer", "chinese", "--punctuation", "keep", "--head", "1");
    assertThat(kept.out()).endsWith(" 。\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--lowercase|i̇stanbul café 1984 (x)",
        "--lowercase --locale tr|istanbul café 1984 (x)",
        "--strip-accents|Istanbul cafe 1984 (x)",
        "--digits zero|İstanbul café 0000 (x)",
        "--digits drop|İstanbul café (x)",
        "--punctuation drop|İstanbul café 1984 x",
        "--min-length 4|İstanbul café 1984",
        "--max-length 4|café 1984 (x)"
      })
  void optionsShapeWords(String options, String expected) {
    List<String> arguments = new ArrayList<>(List.of("tokenize", "-"));
    arguments.addAll(List.of(options.split(" ")));
    CommandRun run =
        CommandRun.withInput("İstanbul café 1984 (x)\n", arguments.toArray(String[]::new));
    assertThat(run.out()).isEqualTo(expected + "\n");
  }

  @Test
  void vocabShowsWhatEachMinimumCountKeeps() {
    CommandRun run = CommandRun.withInput("a a a a a b b c\n", "vocab", "-", "--min-count", "2");
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .contains(
            "8 words of text, 3 different; kept 2, which cover 87.50 % of the text",
            "a         5",
            "        1      3     100.00",
            "        2      2      87.50",
            "        5      1      62.50",
            "       10      0       0.00");
    CommandRun none =
        CommandRun.withInput("a b\n", "vocab", "-", "-o", folder.resolve("v").toString());
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("no word occurs at least 5 times");
  }

  @Test
  void phrasesAreWrittenAndTrainedOn() throws IOException {
    String text =
        "new york is a city x\nthe new york times y\na b c d e f g h i j\n".repeat(20)
            + "the\nthe x\n".repeat(200);
    String joined = folder.resolve("joined.txt").toString();
    CommandRun run =
        CommandRun.withInput(
            text,
            "phrases",
            "-",
            "-o",
            joined,
            "--phrase-threshold",
            "5",
            "--connectors",
            "english");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(Path.of(joined))).startsWith("new_york is_a_city x\n");
    assertThat(run.err()).contains("phrases in ");
    String vocabulary = folder.resolve("words").toString();
    CommandRun training =
        CommandRun.withInput(
            text,
            "train",
            "word2vec",
            "-",
            "-o",
            folder.resolve("m.bin").toString(),
            "--epochs",
            "1",
            "--dim",
            "4",
            "--phrases",
            "--phrase-threshold",
            "5",
            "--sample",
            "0",
            "--save-vocabulary",
            vocabulary,
            "--report",
            folder.resolve("r.json").toString());
    assertThat(training.code()).as(training.err()).isZero();
    assertThat(Files.readString(Path.of(vocabulary))).contains("new_york 40\n");
    assertThat(Files.readString(folder.resolve("r.json")))
        .contains("\"phrases\" : true", "phrase_settings");
  }

  @Test
  void trainingSaysHowTextBeginsAndWarnsOfTextWithoutSpaces() throws IOException {
    String corpus = write("zh.txt", CHINESE.getBytes(UTF_8)).toString();
    CommandRun wrong = train(corpus);
    assertThat(wrong.code()).as(wrong.err()).isEqualTo(1);
    assertThat(wrong.err())
        .contains("there is no pair of words to train")
        .contains("first words: 國王和王后住在北京。")
        .contains("warning: 100 % of the words have eight or more Chinese");
    CommandRun right = train(corpus, "--tokenizer", "chinese", "--simplified", "--sample", "0");
    assertThat(right.err()).contains("first words: 国王 和 王后 住在 北京").doesNotContain("warning");
  }

  @Test
  void trainingWarnsOfOneLineAndOfWordsOutsideTheVocabulary() {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < 12_000; i++) {
      line.append(i % 3 == 0 ? "the " : "word" + i + " ");
    }
    CommandRun run = CommandRun.withInput(line + "\n", trainArguments("-"));
    assertThat(run.err())
        .contains("all 12,000 words are one line")
        .contains("67 % of the words are outside the vocabulary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--tokenizer klingon|there is no tokenizer 'klingon'; there are ",
        "--locale !|'!' is not a language tag",
        "--csv-column a --json-field b|exclude each other",
        "--csv-delimiter ;|needs --csv-column",
        "--csv-column a --csv-delimiter ;;|one ASCII character",
        "--encoding martian|'martian' is no encoding",
        "--min-length 0|0 to ",
        "--ascii-whitespace --tokenizer words|is for --tokenizer whitespace",
        "--head -1|at least 0"
      })
  void refusesOptionsWithoutSense(String options, String message) {
    List<String> arguments = new ArrayList<>(List.of("tokenize", "-"));
    arguments.addAll(List.of(options.split(" ")));
    CommandRun run = CommandRun.withInput("a", arguments.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(message);
    assertThat(run.errorLines()).hasSize(1);
  }

  @Test
  void refusesPhraseOptionsWithoutSense() {
    assertThat(CommandRun.withInput("a", trainArguments("-", "--phrase-passes", "2")).err())
        .contains("need --phrases");
    assertThat(
            CommandRun.withInput("a", trainArguments("-", "--phrases", "--vocabulary", "x")).err())
        .contains("does not go with --vocabulary");
    assertThat(
            CommandRun.withInput(
                    "a",
                    "phrases",
                    "-",
                    "-o",
                    folder.resolve("x").toString(),
                    "--phrase-threshold",
                    "3,2",
                    "--phrase-passes",
                    "1")
                .err())
        .contains("2 thresholds need as many --phrase-passes");
  }

  private CommandRun train(String... arguments) {
    return CommandRun.of(trainArguments(arguments));
  }

  private String[] trainArguments(String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "word2vec"));
    arguments.addAll(List.of(more));
    arguments.addAll(
        List.of("-o", folder.resolve("m.bin").toString(), "--epochs", "1", "--dim", "4"));
    return arguments.toArray(String[]::new);
  }

  private byte[] vocabulary(String tokenizer, String input, String... arguments)
      throws IOException {
    Path out = folder.resolve("vocabulary");
    Files.deleteIfExists(out);
    List<String> all = new ArrayList<>(List.of("vocab"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("-o", out.toString(), "--min-count", "1", "-q", "--tokenizer", tokenizer));
    CommandRun run = CommandRun.withInput(input, all.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return Files.readAllBytes(out);
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  @FunctionalInterface
  private interface Packer {
    OutputStream open(OutputStream out) throws IOException;
  }

  private Path packed(String name, Packer packer) {
    Path file = folder.resolve(name);
    try (OutputStream out = packer.open(Files.newOutputStream(file))) {
      out.write(TEXT.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static String text() {
    String[] words = {
      "king", "\"queen\"", "café", "国王", "王后", "and,", "Берлин", "2015", "don't", "東京", "。"
    };
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      text.append(words[random.nextInt(words.length)]);
      text.append(random.nextInt(12) == 0 ? "\n" : random.nextInt(9) == 0 ? "\u3000" : " ");
    }
    return text.append('\n').toString();
  }
}
