package org.wordvec.vectors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.OutOfVocabularyVectors;
import org.wordvec.vectors.Samples;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.evaluation.WordPairs.Pair;

class PairEvaluationTest {
  private static final Path WORDSIM = Path.of("../../shared/eval/wordsim353.txt");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "love\tsex\t6.77\ntiger\tcat\t7\n",
        "Word 1,Word 2,Human (mean)\nlove,sex,6.77\ntiger,cat,7\n",
        "# from somewhere\r\n\r\nlove sex 6.77\r\n  tiger   cat 7.0\r\n",
        "love;sex;6,77\ntiger;cat;7\n",
        "\"love\",\"sex\",\"6,77\"\n\"tiger\",\"cat\",7\n",
        "a,b,score,raters\nlove,sex,6.77,3\ntiger,cat,7,2\n",
        "love,sex,6.77,9\ntiger,cat,7,8\n",
        "word1\tword2\tPOS\tscore\tother\nlove\tsex\tN\t6.77\t1\ntiger\tcat\tN\t7\t2\n"
      })
  void readsDialects(String content) throws IOException {
    Path path = Files.writeString(directory.resolve("pairs"), content);
    assertThat(WordPairs.read(TextFile.at(path)).pairs())
        .containsExactly(new Pair("love", "sex", 6.77), new Pair("tiger", "cat", 7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # love sex 6.77\\na b 1\\n                  | 1 | a b 1.0
          #love sex 6.77 9\\n#love sex\\na b 1\\n     | 1 | #love sex 6.77, a b 1.0
          # Word 1,Word 2,Human\\n#a,b,x\\na,b,1\\n    | 2 | a b 1.0
          #,sharp,3\\n# a,b,2\\na,b,1\\n             | 1 | # sharp 3.0, a b 1.0
          #,sharp,3\\n#b,a,2\\n                       | 0 | # sharp 3.0, #b a 2.0
          #\\tsharp\\t3\\na\\tb\\t1\\n                 | 0 | # sharp 3.0, a b 1.0
          #\\ta\\tb\\t7\\na\\tb\\t1\\n                  | 1 | a b 1.0
          a\\tb\\t1\\n# the rest is new\\n# c d 2\\nc d 3\\n | 2 | a b 1.0, c d 3.0
          #v 1.0 2013 x\\na,b,1\\n                    | 1 | a b 1.0
          """)
  void aHashBeginsAComment(String content, int comments, String pairs) throws IOException {
    Path path = directory.resolve("pairs");
    Files.writeString(path, content.replace("\\n", "\n").replace("\\t", "\t"));
    WordPairs read = WordPairs.read(TextFile.at(path));
    assertThat(read.pairs().stream().map(p -> p.first() + " " + p.second() + " " + p.score()))
        .containsExactly(pairs.split(", ", -1));
    assertThat(read.comments()).isEqualTo(comments);
  }

  @Test
  void aFirstLineOfExcelNamesWhatStandsBetweenColumns() throws IOException {
    Path path = Files.writeString(directory.resolve("pairs"), "sep=|\r\na,b|c;d|1\r\n");
    assertThat(WordPairs.read(TextFile.at(path)).pairs())
        .containsExactly(new Pair("a,b", "c;d", 1));
    Files.writeString(path, "sep=;\na;b;x\nc;d;1\ne;f;2,5x\n");
    assertThatThrownBy(() -> WordPairs.read(TextFile.at(path)))
        .hasMessage(path + ": line 4: expected two words and a number, found \"e;f;2,5x\"");
    Files.writeString(path, "sep= \na b 1\nc d 2\n");
    assertThat(WordPairs.read(TextFile.at(path)).pairs()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void pairsOfUtf16WithoutAMarkAreRead(String charset) throws IOException {
    Path path = directory.resolve("pairs");
    Files.write(path, "love\tsex\t6.77\r\ntiger\tcat\t7\r\n".getBytes(Charset.forName(charset)));
    assertThat(WordPairs.read(TextFile.at(path)).pairs()).hasSize(2);
  }

  @Test
  void tabsBindLooserThanCommasAndThoseLooserThanSpaces() throws IOException {
    Path path = Files.writeString(directory.resolve("pairs"), "a,b\tc d\t1\n");
    assertThat(WordPairs.read(TextFile.at(path)).pairs())
        .containsExactly(new Pair("a,b", "c d", 1));
    Files.writeString(path, "New York,b,2e0\n");
    assertThat(WordPairs.read(TextFile.at(path)).pairs())
        .containsExactly(new Pair("New York", "b", 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                 | holds no pairs of words with a number
          one two            | line 1: expected two words and a number, found "one two"
          a b 1\\nc d        | line 2: expected two words and a number, found "c d"
          a b 1\\nc d NaN    | line 2: expected two words and a number, found "c d NaN"
          x y z\\nx y z\\n   | line 2: expected two words and a number, found "x y z"
          a b 1\\n,b,1       | line 2: expected two words and a number, found ",b,1"
          a,b,1,5\\nc,d,2,5  | line 1: is "1,5" one number or two? write a decimal point, or name the four columns in the first row
          a b n/a\\nc d 1     | line 1: expected two words and a number, found "a b n/a"
          a b NaN\\nc d 1     | line 1: expected two words and a number, found "a b NaN"
          a,b,,\\nc,d,1       | line 1: expected two words and a number, found "a,b,,"
          a b 8.5x\\nc d 1    | line 1: expected two words and a number, found "a b 8.5x"
          a b -\\nc d 1       | line 1: expected two words and a number, found "a b -"
          k,q,8,5\\nm,w,8\\np,l,6,1 | line 1: is "8,5" one number or two? write a decimal point, or name the four columns in the first row
          k,q,8,5,\\nm,w,8,  | line 1: is "8,5" one number or two? write a decimal point, or name the four columns in the first row
          m,w,8\\nk,q,-8,5   | line 2: is "-8,5" one number or two? write a decimal point, or name the four columns in the first row
          a,b,s,\\nk,q,8,5,  | line 2: is "8,5" one number or two? write a decimal point, or name the four columns in the first row
          a;b;8,5\\nc;d;1,234 | line 2: is "1,234" 1234 or 1.234? write it so
          a,b,x,1\\nc,d,1,y  | line 2: expected two words and a number, found "c,d,1,y"
          """)
  void badPairsAreReported(String content, String message) throws IOException {
    Path path = Files.writeString(directory.resolve("pairs"), content.replace("\\n", "\n"));
    assertThatThrownBy(() -> WordPairs.read(TextFile.at(path)))
        .isInstanceOf(TextFileException.class)
        .hasMessage(path + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NO  |         | a,b,score  | line 1: expected two words and a number, found "a,b,score"
          AUTO| 1 2 3   | a,b,score  | line 1: expected two words and a number, found "a,b,score"
          YES | 1 2 3   | a,b,score  | ''
          YES |         | a,b,7      | ''
          AUTO| a b s   | a,b,s      | ''
          AUTO| a b s   | a,b,s\\n,,  | ''
          AUTO| a b s   | a,b,s\\na,b,t | line 2: expected two words and a number, found "a,b,t"
          """)
  void theFirstRowIsWhatTheUserSays(
      CsvDialect.Header header, @Nullable String columns, String top, String problem)
      throws IOException {
    Path path = directory.resolve("pairs");
    Files.writeString(path, top.replace("\\n", "\n") + "\nc,d,1.5\n");
    CsvDialect auto = CsvDialect.RFC_4180;
    CsvDialect dialect = new CsvDialect(auto.delimiter(), auto.quote(), auto.escape(), header);
    List<String> wanted = columns == null ? List.of() : List.of(columns.split(" "));
    if (problem.isEmpty()) {
      assertThat(WordPairs.read(TextFile.at(path), dialect, wanted).pairs())
          .containsExactly(new Pair("c", "d", 1.5));
    } else {
      assertThatThrownBy(() -> WordPairs.read(TextFile.at(path), dialect, wanted))
          .hasMessage(path + ": " + problem);
    }
  }

  @Test
  void correlatesTheKnownPairs() {
    WordVectors vectors =
        Samples.of(
            List.of("a", "b", "c", "d"),
            new float[] {1, 0},
            new float[] {1, 1},
            new float[] {0, 2},
            new float[] {-1, 0.5f});
    WordPairs pairs =
        new WordPairs(
            List.of(
                new Pair("A", "b", 9),
                new Pair("a", "c", 5),
                new Pair("a", "d", 1),
                new Pair("a", "nobody", 3),
                new Pair("a", "a", 10)));
    PairReport report = PairEvaluation.evaluate(vectors, OutOfVocabularyVectors.NONE, pairs);
    assertThat(report.spearman()).isCloseTo(1, within(1e-12));
    double[] cosines = {Math.sqrt(0.5), 0, -2 / Math.sqrt(5), 1};
    assertThat(report.pearson())
        .isCloseTo(Correlation.pearson(cosines, new double[] {9, 5, 1, 10}), within(1e-7));
    assertThat(report.seen()).isEqualTo(4);
    assertThat(report.skipped()).isEqualTo(1);
    assertThat(report.total()).isEqualTo(5);
  }

  @Test
  void nothingSeenIsNotANumber() {
    WordVectors vectors = Samples.of(List.of("a"), new float[] {1});
    PairReport report =
        PairEvaluation.evaluate(
            vectors, OutOfVocabularyVectors.NONE, new WordPairs(List.of(new Pair("x", "y", 1))));
    assertThat(report.spearman()).isNaN();
    assertThat(report.pearson()).isNaN();
    assertThat(report.skipped()).isEqualTo(1);
  }

  @Test
  void equalValuesShareTheirRank() {
    assertThat(Correlation.ranks(new double[] {10, 20, 10, 5, 20, 20}))
        .containsExactly(2.5, 5, 2.5, 1, 5, 5);
    // 1 − 6 Σ d² / (n (n² − 1)) holds without ties: d² = 1 + 1 + 0 + 1 + 1.
    assertThat(Correlation.spearman(new double[] {1, 2, 3, 4, 5}, new double[] {2, 1, 30, 500, 40}))
        .isCloseTo(1 - 6 * 4 / 120.0, within(1e-12));
    // scipy.stats.spearmanr([1, 2, 2, 3], [1, 3, 2, 2])
    assertThat(Correlation.spearman(new double[] {1, 2, 2, 3}, new double[] {1, 3, 2, 2}))
        .isCloseTo(0.5, within(1e-12));
  }

  /** By their values: deviations of 0.1 from its mean do not round to zero, those of 8.3 do. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 8.3, 0, 1e-300, 1e300, Double.NaN})
  void constantsHaveNoCorrelation(double constant) {
    double[] values = {1, 2, 4, 8, 16, 32, 64};
    double[] constants = new double[values.length];
    Arrays.fill(constants, constant);
    assertThat(Correlation.pearson(constants, values)).isNaN();
    assertThat(Correlation.pearson(values, constants)).isNaN();
    assertThat(Correlation.spearman(constants, values)).isNaN();
    assertThat(Correlation.spearman(values, constants)).isNaN();
    values[3] = Double.NaN;
    assertThat(Correlation.spearman(values, new double[] {1, 2, 3, 4, 5, 6, 7})).isNaN();
    assertThat(Correlation.pearson(values, new double[] {1, 2, 3, 4, 5, 6, 7})).isNaN();
    assertThat(Correlation.pearson(new double[] {1}, new double[] {2})).isNaN();
    assertThat(Correlation.pearson(new double[0], new double[0])).isNaN();
  }

  @Test
  void aPairAndItsMirrorImageAreATie() {
    Random random = new Random(3);
    List<String> words = List.of("a", "b", "c", "d", "e", "f");
    for (int trial = 0; trial < 100; trial++) {
      float[][] rows = new float[words.size()][7];
      for (float[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          row[i] = (float) random.nextGaussian();
        }
      }
      WordVectors vectors = Samples.of(words, rows);
      // Cosines in the order of the scores, each score twice and each pair both ways.
      List<Pair> pairs = new ArrayList<>();
      for (int i = 1; i < words.size(); i++) {
        double score = Geometry.between(rows[0], rows[i]);
        pairs.add(new Pair("a", words.get(i), score));
        pairs.add(new Pair(words.get(i), "a", score));
      }
      PairReport report =
          PairEvaluation.evaluate(vectors, OutOfVocabularyVectors.NONE, new WordPairs(pairs));
      assertThat(report.spearman()).isCloseTo(1, within(1e-15));
    }
    // scipy.stats.spearmanr([t, t, 0, 3 / sqrt(13)], [1, 2, 0, 3]) with any t above the last.
    WordVectors vectors =
        Samples.of(
            List.of("a", "b", "c", "d"),
            new float[] {3, 2},
            new float[] {5, 2},
            new float[] {1, 0},
            new float[] {0, 1});
    WordPairs pairs =
        new WordPairs(
            List.of(
                new Pair("a", "b", 1),
                new Pair("b", "a", 2),
                new Pair("c", "d", 0),
                new Pair("a", "c", 3)));
    assertThat(PairEvaluation.evaluate(vectors, OutOfVocabularyVectors.NONE, pairs).spearman())
        .isCloseTo(0.31622776601683794, within(1e-15));
  }

  @Test
  void zeroVectorsAreSkipped() {
    WordVectors vectors =
        Samples.of(
            List.of("a", "b", "zero"), new float[] {1, 0}, new float[] {1, 1}, new float[] {0, 0});
    WordPairs pairs = new WordPairs(List.of(new Pair("a", "b", 1), new Pair("a", "zero", 5)));
    PairReport report = PairEvaluation.evaluate(vectors, word -> Optional.of(new float[2]), pairs);
    assertThat(report.seen()).isEqualTo(1);
    assertThat(report.skipped()).isEqualTo(1);
    assertThat(report.zero()).isEqualTo(1);
    assertThat(report.composed()).isZero();
  }

  @Test
  void ranksByCountingAgree() {
    Random random = new Random(1);
    double[] values = random.ints(200, 0, 50).asDoubleStream().toArray();
    double[] ranks = Correlation.ranks(values);
    for (int i = 0; i < values.length; i++) {
      double below = 0;
      double equal = 0;
      for (double value : values) {
        below += value < values[i] ? 1 : 0;
        equal += value == values[i] ? 1 : 0;
      }
      assertThat(ranks[i]).isEqualTo(below + (equal + 1) / 2);
    }
  }

  @Test
  void readsWordSim() throws IOException {
    assumeTrue(Files.exists(WORDSIM), "there is no " + WORDSIM + " here");
    assertThat(WordPairs.read(TextFile.at(WORDSIM)).pairs()).hasSize(353);
  }
}
