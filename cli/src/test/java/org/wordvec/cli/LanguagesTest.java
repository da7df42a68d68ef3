package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.demo.DemoCorpus;
import org.wordvec.vectors.formats.VectorFormat;

/**
 * Checks that every file and line is the same in every language, also without the program's main
 * method.
 */
class LanguagesTest {
  private static final Locale USUAL = Locale.getDefault();

  /** What differs from run to run. */
  private static final String TIMES =
      "[0-9.,]+ ?(s|M words/s|k words/s|words/s|M entries/s|k entries/s|entries/s)\\b";

  /** Lines of progress, as many as the time allows. */
  private static final String PROGRESS = "(?m)^.* %  epoch .*\\R";

  @TempDir private static Path folder;
  private static Map<String, String> expected = Map.of();

  @BeforeAll
  static void writeWithoutLanguage() throws IOException {
    Locale.setDefault(Locale.ROOT);
    expected = everything();
    Locale.setDefault(USUAL);
  }

  @AfterEach
  void restoreTheLocale() {
    Locale.setDefault(USUAL);
  }

  /** Other digits, other marks in numbers, other letters for i, another year. */
  @ParameterizedTest
  @ValueSource(
      strings = {"ar-EG-u-nu-arab", "mr-IN-u-nu-deva", "tr-TR", "th-TH-u-ca-buddhist-nu-thai"})
  void outputDoesNotDependOnTheLanguage(String language) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(language));
    Map<String, String> found = everything();
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    for (Map.Entry<String, String> one : found.entrySet()) {
      assertThat(one.getValue().lines())
          .as(one.getKey())
          .containsExactlyElementsOf(expected.get(one.getKey()).lines().toList());
    }
  }

  @Test
  void theLanguagesWouldShow() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    assertThat("%d".formatted(12)).isNotEqualTo("12");
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    assertThat("I".toLowerCase(Locale.getDefault())).isNotEqualTo("i");
  }

  private static Map<String, String> everything() throws IOException {
    // Names of one length, since columns are as wide as they are.
    Path place = Files.createDirectory(folder.resolve("run" + folder.toFile().list().length));
    Path model = TinyModel.write(place.resolve("tiny.bin"));
    Path text =
        Files.writeString(
            place.resolve("text.txt"), DemoCorpus.load().text(1_500, 3) + "TITLE İI ıi\n");
    Path csv = Files.writeString(place.resolve("questions.csv"), "word,n\nking,1\nqueen,2\n");
    Map<String, String> all = new TreeMap<>();
    List<String> outputs = new ArrayList<>(VectorFormat.extensions());
    outputs.addAll(List.of(".txt.gz", ".bin.zst"));
    for (String extension : outputs) {
      run(all, place, "convert", model, place.resolve("converted" + extension));
    }
    for (String extension : List.of("svg", "html", "csv")) {
      run(all, place, "map", model, "-o", place.resolve("map." + extension), "--method", "pca");
    }
    // Those of the other shells come from picocli, which needs the main method's help.
    run(all, place, "completion", "fish");
    run(all, place, "manual", "-o", place.resolve("manual"));
    run(all, place, "vocab", text, "-o", place.resolve("vocab.txt"), "--lowercase");
    run(all, place, "tokenize", text, "-o", place.resolve("tokens.txt"), "--lowercase");
    run(all, place, "cooccur", text, "-o", place.resolve("counts"));
    for (String format : List.of("table", "tsv", "csv", "json")) {
      run(all, place, "neighbors", model, "king", "-k", "3", "--format", format);
    }
    run(all, place, "neighbors", model, "--input", csv, "--column", "word");
    run(all, place, "info", model);
    run(all, place, "doctor", model);
    run(all, place, "neighbors", model, "king", "-k", "0");
    run(all, place, "info", text);
    for (String family : List.of("word2vec", "glove", "fasttext")) {
      Path page = place.resolve(family + ".html");
      Path trained = place.resolve(family + (family.equals("fasttext") ? ".bin" : ".npy"));
      List<Object> training =
          new ArrayList<>(List.of("train", family, text, "-o", trained, "--report", page));
      training.addAll(List.of("--dim", "8", "--epochs", "2", "--threads", "1", "--device", "cpu"));
      training.addAll(List.of("--checkpoint", place.resolve("saved-" + family)));
      training.addAll(List.of("--checkpoint-every", "1epoch"));
      if (family.equals("fasttext")) {
        training.addAll(List.of("--buckets", "100"));
      }
      run(all, place, training.toArray());
    }
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put("file " + place.relativize(file), content(file));
      }
    }
    return all;
  }

  private static void run(Map<String, String> all, Path place, Object... arguments) {
    String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
    CommandRun run = CommandRun.of(words);
    String command = String.join(" ", words).replace(place.toString(), "HERE");
    all.put(command, comparable(run.code() + "\n" + run.out() + run.err(), place));
  }

  private static String content(Path file) throws IOException {
    String name = file.toString();
    // What checkpoints hold has dates and times in it; their names count.
    if (name.contains("saved-")) {
      return "";
    }
    byte[] bytes = Files.readAllBytes(file);
    return name.endsWith("word2vec.html")
            || name.endsWith("glove.html")
            || name.endsWith("fasttext.html")
        ? digits(Files.readString(file))
        : HexFormat.of().formatHex(bytes);
  }

  /** Pages of trainings show times all over, so what counts of these is how digits are written. */
  private static String digits(String page) {
    return page.codePoints().filter(point -> Character.isDigit(point) && point > '9').count()
        + " foreign digits";
  }

  private static String comparable(String text, Path place) {
    return text.replace(place.toString(), "HERE")
        .replaceAll(PROGRESS, "")
        .replaceAll(TIMES, "TIME");
  }
}
