package org.wordvec.cli.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cli.CommandRun;
import org.wordvec.cli.TinyModel;
import org.wordvec.cli.shell.ShellTest;
import picocli.CommandLine.Model.CommandSpec;

class LegacyOptionsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "word2vec, -size, word2vec.c's size is --dim",
    "word2vec, -output, word2vec.c's output is --output",
    "word2vec, -hs, word2vec.c's hs is --objective hierarchical-softmax",
    "word2vec, --minn, fastText's minn is --min-n of 'train fasttext'",
    "word2vec, --maxn, fastText's maxn is --max-n of 'train fasttext'",
    "word2vec, -bucket, fastText's bucket is --buckets of 'train fasttext'",
    "word2vec, -lr, fastText's lr is --learning-rate",
    "word2vec, -minCount, fastText's minCount is --min-count",
    "word2vec, -min_count, gensim's min_count is --min-count",
    "word2vec, -alpha, word2vec.c's alpha is --learning-rate",
    "word2vec, --size, gensim's size is --dim",
    "word2vec, --size=50, gensim's size is --dim",
    "word2vec, --vector_size, gensim's vector_size is --dim",
    "word2vec, --vector-size, GloVe's vector-size is --dim",
    "word2vec, --vectorSize=9, gensim's vector_size is --dim",
    "word2vec, --workers, gensim's workers is --threads",
    "word2vec, --iter, gensim's iter is --epochs",
    "word2vec, --alpha, gensim's alpha is --learning-rate",
    "word2vec, --lr, fastText's lr is --learning-rate",
    "word2vec, --negative, gensim's negative is --negatives",
    "word2vec, --verbose, fastText's verbose is --quiet or nothing",
    "word2vec, --min_count, gensim's min_count is --min-count",
    "fasttext, -output, fastText's output is --output",
    "fasttext, --minn, fastText's minn is --min-n",
    "fasttext, --ws=3, fastText's ws is --window",
    "fasttext, --max_n=3, gensim's max_n is --max-n",
    "glove, -alpha, GloVe's alpha is --alpha",
    "glove, -iter, GloVe's iter is --epochs",
    "glove, --eta, GloVe's eta is --learning-rate",
    "glove, --x_max, GloVe's x-max is --x-max"
  })
  void anOptionOfAnotherProgramNamesOurEquivalent(String family, String option, String words) {
    CommandRun run = CommandRun.of("train", family, "corpus.txt", option, "5");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo(
            "wordvec: unknown option %s: %s here. Try 'wordvec train %s --help'.%n"
                .formatted(option.replaceFirst("=.*", ""), words, family));
  }

  @ParameterizedTest
  @CsvSource({
    "word2vec, --sg, 1, gensim's sg is --architecture skipgram",
    "word2vec, --sg, 0, gensim's sg 0 is --architecture cbow",
    "word2vec, --hs, 0, gensim's hs 0 is --objective negative-sampling",
    "word2vec, -cbow, 0, word2vec.c's cbow 0 is --architecture skipgram",
    "word2vec, --cbow, 1, word2vec.c's cbow is --architecture cbow",
    "fasttext, -loss, hs, fastText's loss hs is --objective hierarchical-softmax",
    "fasttext, --loss, ns, fastText's loss ns is --objective negative-sampling",
    "glove, -symmetric, 0, GloVe's symmetric 0 is --asymmetric",
    "glove, -model, 2, GloVe's model 2 is --output-vectors word+context"
  })
  void valuesOfOtherProgramsAreTranslated(
      String family, String option, String value, String words) {
    for (String[] given : new String[][] {{option, value}, {option + "=" + value}}) {
      List<String> arguments = new ArrayList<>(List.of("train", family, "corpus.txt"));
      arguments.addAll(List.of(given));
      assertThat(CommandRun.of(arguments.toArray(String[]::new)).err())
          .startsWith("wordvec: unknown option %s: %s here. ".formatted(option, words));
    }
  }

  @Test
  void optionsWithoutAnEquivalentAreReported() {
    assertThat(CommandRun.of("train", "fasttext", "c", "-wordNgrams", "2").err())
        .startsWith(
            "wordvec: unknown option -wordNgrams: wordvec has no equivalent of fastText's"
                + " wordNgrams. ");
  }

  @ParameterizedTest
  @CsvSource({
    "neighbors, --topn, gensim's topn is -k",
    "neighbors, -topn, gensim's topn is -k",
    "analogy, --topn=3, gensim's topn is -k",
    "analogy, --restrict_vocab, gensim's restrict_vocab is --top"
  })
  void queriesHaveEquivalentsOfOtherProgramsToo(String command, String option, String words)
      throws IOException {
    String model = TinyModel.write(folder.resolve("tiny.bin")).toString();
    CommandRun run = CommandRun.of(command, model, "king", option, "3");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .startsWith(
            "wordvec: unknown option %s: %s here. "
                .formatted(option.replaceFirst("=.*", ""), words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          evaluate m --restrict_vocab 5      | '--restrict_vocab'; did you mean --restrict-vocab?
          train word2vec c -o v.bin --learn 5| '--learn'; did you mean --learning-rate?
          train word2vec c -o v.bin --dmi=5  | '--dmi=5'; did you mean --dim?
          train word2vec c -o v.bin --xyz 5  | '--xyz'. Try
          """)
  void unknownOptionsSuggestSimilarOnes(String arguments, String words) {
    assertThat(CommandRun.of(arguments.split(" ", -1)).err())
        .startsWith("wordvec: unknown option " + words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          help              | 'help'; did you mean 'wordvec --help'?
          help train glove  | 'help'; did you mean 'wordvec train glove --help'?
          version           | 'version'; did you mean --version?
          neighbours        | 'neighbours'; did you mean neighbors?
          neighbour         | 'neighbour'; did you mean neighbors?
          neigh             | 'neigh'; did you mean neighbors?
          most_similar      | 'most_similar'; did you mean neighbors?
          skipgram          | 'skipgram'; did you mean train word2vec --architecture skipgram?
          evalute           | 'evalute'; did you mean evaluate?
          train word2vce    | 'word2vce'; did you mean word2vec?
          train skipgram    | 'skipgram', expected word2vec, glove, fasttext or senses.
          zzz               | 'zzz', expected demo, train, vocab,
          """)
  void anUnknownCommandSuggestsSimilarOnes(String arguments, String words) {
    CommandRun run = CommandRun.of(arguments.split(" ", -1));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .startsWith("wordvec: unknown command " + words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"word2vec", "fasttext", "glove", "phrases", "neighbors"})
  void everyEquivalentIsAnOptionOrValueOfOurs(String command) {
    CommandSpec spec = spec(command);
    Set<String> named = new TreeSet<>();
    for (LegacyOptions.Program program : LegacyOptions.programs(List.of(command), "-x", spec)) {
      for (String successor : program.successors().values()) {
        for (String word : successor.split("[ ,]+", -1)) {
          if (word.startsWith("-") && word.length() > 1) {
            named.add(word);
          }
        }
      }
    }
    String help = helps("train word2vec", "train fasttext", "train glove", "phrases", "neighbors");
    assertThat(named).isNotEmpty().allSatisfy(option -> assertThat(help).contains(option));
  }

  @Test
  void wordsOfAQueryAndArgumentsAfterADoubleDashAreNotOptions() {
    CommandSpec query = spec("neighbors");
    CommandSpec training = spec("word2vec");
    assertThat(LegacyOptions.errorMessage(List.of("neighbors", "m.bin", "--", "--topn"), query))
        .isEmpty();
    assertThat(LegacyOptions.errorMessage(List.of("neighbors", "m.bin", "-topn"), query)).isEmpty();
    assertThat(LegacyOptions.errorMessage(List.of("train", "word2vec", "--", "-size"), training))
        .isEmpty();
    assertThat(LegacyOptions.errorMessage(List.of("train", "word2vec", "--dim=5", "-o"), training))
        .isEmpty();
    assertThat(LegacyOptions.errorMessage(List.of(), training)).isEmpty();
  }

  private static CommandSpec spec(String command) {
    return ShellTest.all(ShellTest.tree()).stream()
        .filter(line -> line.getCommandName().equals(command))
        .findFirst()
        .orElseThrow()
        .getCommandSpec();
  }

  private static String helps(String... commands) {
    StringBuilder helps = new StringBuilder();
    for (String command : commands) {
      helps.append(CommandRun.of((command + " --help").split(" ", -1)).out());
    }
    return helps.toString();
  }
}
