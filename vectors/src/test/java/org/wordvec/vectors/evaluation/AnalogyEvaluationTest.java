package org.wordvec.vectors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.vectors.Samples;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.evaluation.AnalogyQuestions.Question;
import org.wordvec.vectors.evaluation.AnalogyQuestions.Section;
import org.wordvec.vectors.evaluation.AnalogyReport.Score;
import org.wordvec.vectors.search.AnalogyMethod;

class AnalogyEvaluationTest {
  private static final Path QUESTIONS = Path.of("../../shared/eval/questions-words.txt");

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void agreesWithTheDefinition(AnalogyMethod method) {
    WordVectors vectors = Samples.random(1300, 3, 1);
    AnalogyQuestions questions = randomQuestions(1400);
    for (int restriction : new int[] {0, 100, 1300, 5000}) {
      List<AnalogyReport.Section> expected = new ArrayList<>();
      for (Section section : questions.sections()) {
        expected.add(bruteForce(vectors, section, restriction == 0 ? 1300 : restriction, method));
      }
      for (int threads : new int[] {1, 3}) {
        assertThat(
                new AnalogyEvaluation(restriction, CaseMatching.EXACT, method, threads)
                    .evaluate(vectors, questions)
                    .sections())
            .isEqualTo(expected);
      }
    }
  }

  /** In three dimensions and with d near the answer, some of them are right. */
  private static AnalogyQuestions randomQuestions(int words) {
    Random random = new Random(2);
    WordVectors vectors = Samples.random(1300, 3, 1);
    List<Section> sections = new ArrayList<>();
    for (String name : List.of("capital", "gram1")) {
      List<Question> questions = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        int[] ids = random.ints(3, 0, words).toArray();
        int answer =
            random.nextBoolean() && ids[0] < 1300 && ids[1] < 1300 && ids[2] < 1300
                ? answer(vectors, ids, 1300, AnalogyMethod.COS_ADD)
                : random.nextInt(words);
        questions.add(new Question("w" + ids[0], "w" + ids[1], "w" + ids[2], "w" + answer));
      }
      sections.add(new Section(name, questions));
    }
    return new AnalogyQuestions(sections);
  }

  private static AnalogyReport.Section bruteForce(
      WordVectors vectors, Section section, int restriction, AnalogyMethod method) {
    int correct = 0;
    int seen = 0;
    for (Question question : section.questions()) {
      int[] ids = {id(question.a()), id(question.b()), id(question.c()), id(question.d())};
      int words = Math.min(restriction, vectors.size());
      if (ids[0] < words && ids[1] < words && ids[2] < words && ids[3] < words) {
        seen++;
        correct += answer(vectors, ids, words, method) == ids[3] ? 1 : 0;
      }
    }
    return new AnalogyReport.Section(
        section.name(), section.kind(), new Score(correct, seen, section.questions().size()));
  }

  private static int answer(WordVectors vectors, int[] ids, int words, AnalogyMethod method) {
    int best = -1;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int x = 0; x < words; x++) {
      if (x == ids[0] || x == ids[1] || x == ids[2]) {
        continue;
      }
      double[] cosines = new double[3];
      for (int i = 0; i < 3; i++) {
        cosines[i] = Samples.cosine(vectors.matrix().row(x), vectors.matrix().row(ids[i]));
      }
      double score =
          switch (method) {
            case COS_ADD -> cosines[1] - cosines[0] + cosines[2];
            case COS_MUL ->
                (1 + cosines[1]) / 2 * (1 + cosines[2]) / 2 / ((1 + cosines[0]) / 2 + 0.001);
            // Up to the length of b - a.
            case PAIR_DIRECTION ->
                (cosines[1]
                        - cosines[0]
                        - cosine(vectors, ids[2], ids[1])
                        + cosine(vectors, ids[2], ids[0]))
                    / Math.sqrt(2 - 2 * cosines[2]);
          };
      if (score > bestScore) {
        bestScore = score;
        best = x;
      }
    }
    return best;
  }

  private static double cosine(WordVectors vectors, int left, int right) {
    return Samples.cosine(vectors.matrix().row(left), vectors.matrix().row(right));
  }

  private static int id(String word) {
    return Integer.parseInt(word.substring(1));
  }

  @Test
  void caseIsFoldedAsInTheCProgram() {
    // "QUEEN" is another spelling of queen and nearer to the answer than the first one.
    WordVectors vectors =
        Samples.of(
            List.of("king", "Man", "woman", "queen", "QUEEN", "MAN"),
            new float[] {1, 0, 1},
            new float[] {1, 0, 0},
            new float[] {0, 1, 0},
            new float[] {-1, 1, 0.5f},
            new float[] {0, 1, 1},
            new float[] {-1, -1, -1});
    AnalogyQuestions questions =
        new AnalogyQuestions(
            List.of(new Section("family", List.of(new Question("man", "King", "WOMAN", "Queen")))));
    assertThat(evaluate(vectors, questions, CaseMatching.FOLDED)).isEqualTo(new Score(1, 1, 1));
    assertThat(evaluate(vectors, questions, CaseMatching.EXACT)).isEqualTo(new Score(0, 0, 1));
  }

  private static Score evaluate(
      WordVectors vectors, AnalogyQuestions questions, CaseMatching caseMatching) {
    return new AnalogyEvaluation(0, caseMatching, AnalogyMethod.COS_ADD, 1)
        .evaluate(vectors, questions)
        .total();
  }

  @Test
  void semanticAndSyntacticSectionsAddUp() {
    AnalogyReport report =
        new AnalogyReport(
            List.of(
                new AnalogyReport.Section("capital", AnalogyKind.SEMANTIC, new Score(1, 2, 3)),
                new AnalogyReport.Section("family", AnalogyKind.SEMANTIC, new Score(2, 4, 5)),
                new AnalogyReport.Section("gram1", AnalogyKind.SYNTACTIC, new Score(1, 1, 1)),
                new AnalogyReport.Section("msr", AnalogyKind.OTHER, new Score(1, 10, 20))));
    assertThat(report.semantic()).isEqualTo(new Score(3, 6, 8));
    assertThat(report.syntactic()).isEqualTo(new Score(1, 1, 1));
    assertThat(report.total()).isEqualTo(new Score(5, 17, 29));
    assertThat(report.semantic().accuracy()).isEqualTo(0.5);
    assertThat(new Score(0, 0, 5).accuracy()).isNaN();
  }

  @Test
  void vocabularyWithoutOtherWordsHasNoAnswer() {
    WordVectors vectors = Samples.of(List.of("a"), new float[] {1});
    AnalogyQuestions questions =
        new AnalogyQuestions(List.of(new Section("x", List.of(new Question("a", "a", "a", "a")))));
    assertThat(evaluate(vectors, questions, CaseMatching.FOLDED)).isEqualTo(new Score(0, 1, 1));
  }

  @Test
  void settingsAreChecked() {
    assertThatThrownBy(
            () -> new AnalogyEvaluation(-1, CaseMatching.EXACT, AnalogyMethod.COS_ADD, 1))
        .hasMessage("the restriction must be 0 or more, not -1");
    assertThatThrownBy(() -> new AnalogyEvaluation(0, CaseMatching.EXACT, AnalogyMethod.COS_ADD, 0))
        .hasMessage("threads must be 1 or more, not 0");
  }

  @Test
  void readsSections() throws IOException {
    Path path =
        Files.writeString(
            directory.resolve("q"),
            ": capital\r\nAthens Greece\tBern  X \r\n\r\n: gram1 a\n:empty\n");
    assertThat(AnalogyQuestions.read(TextFile.at(path)).sections())
        .containsExactly(
            new Section("capital", List.of(new Question("Athens", "Greece", "Bern", "X"))),
            new Section("gram1 a", List.of()),
            new Section("empty", List.of()));
  }

  @Test
  void questionsBeforeTheFirstSectionAreOneNamedAfterTheFile() throws IOException {
    Path path =
        Files.writeString(directory.resolve("msr.v1.txt"), "\ufeffa\tb\tc\td\r\n: x\na b c d\n");
    Question question = new Question("a", "b", "c", "d");
    assertThat(AnalogyQuestions.read(TextFile.at(path)).sections())
        .containsExactly(
            new Section("msr.v1", AnalogyKind.OTHER, List.of(question)),
            new Section("x", List.of(question)));
  }

  @Test
  void linesBehindAHashAreCommentsUnlessTheyAreFourWords() throws IOException {
    Path path =
        Files.writeString(
            directory.resolve("q"),
            "# the questions of\n#\n: music\n# C# F# Cb Fb\n#a b\n#tag a b c\n#\ta\tb\tc\n");
    AnalogyQuestions questions = AnalogyQuestions.read(TextFile.at(path));
    assertThat(questions.sections())
        .containsExactly(
            new Section(
                "music",
                List.of(new Question("#tag", "a", "b", "c"), new Question("#", "a", "b", "c"))));
    assertThat(questions.comments()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                   | holds no analogy questions; expected lines of four words
          : a\\n: b\\n         | holds no analogy questions; expected lines of four words
          : a\\na b c d\\na b c | line 3: expected four words or ": section", found "a b c"
          : a\\na b c d e      | line 2: expected four words or ": section", found "a b c d e"
          """)
  void badQuestionsAreReported(String content, String message) throws IOException {
    Path path = Files.writeString(directory.resolve("q"), content.replace("\\n", "\n"));
    assertThatThrownBy(() -> AnalogyQuestions.read(TextFile.at(path)))
        .isInstanceOf(TextFileException.class)
        .hasMessage(path + ": " + message);
  }

  @Test
  void readsTheQuestionsOfWord2Vec() throws IOException {
    assumeTrue(Files.exists(QUESTIONS), "there is no " + QUESTIONS + " here");
    AnalogyQuestions questions = AnalogyQuestions.read(TextFile.at(QUESTIONS));
    assertThat(questions.size()).isEqualTo(19_544);
    assertThat(questions.sections()).hasSize(14);
    AnalogyReport report =
        new AnalogyEvaluation(30_000, CaseMatching.FOLDED, AnalogyMethod.COS_ADD, 1)
            .evaluate(Samples.random(10, 2, 1), questions);
    assertThat(report.semantic()).isEqualTo(new Score(0, 0, 8869));
    assertThat(report.syntactic()).isEqualTo(new Score(0, 0, 10_675));
  }
}
