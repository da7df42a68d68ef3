package org.wordvec.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options of the original programs, which begin with one dash. They are not accepted, since
 * {@code -output} would also be {@code -o utput}, but the error names what takes their place.
 */
final class OldSpellings {
  private static final String OUTPUT = "--output";
  private static final String CORPUS = "the text as an argument, CORPUS";
  private static final String EXTENSION = "the name of the output, as NAME.bin or NAME.vec";
  private static final String NOTHING = "";

  private static final Program WORD2VEC =
      new Program(
          "word2vec.c",
          Map.ofEntries(
              Map.entry("-train", CORPUS),
              Map.entry("-output", OUTPUT),
              Map.entry("-size", "--dim"),
              Map.entry("-window", "--window"),
              Map.entry("-sample", "--sample"),
              Map.entry("-hs", "--objective hierarchical-softmax"),
              Map.entry("-negative", "--negatives"),
              Map.entry("-threads", "--threads"),
              Map.entry("-iter", "--epochs"),
              Map.entry("-min-count", "--min-count"),
              Map.entry("-alpha", "--learning-rate"),
              Map.entry("-classes", NOTHING),
              Map.entry("-debug", "--quiet, or nothing"),
              Map.entry("-binary", EXTENSION),
              Map.entry("-save-vocab", "--save-vocabulary"),
              Map.entry("-read-vocab", "--vocabulary"),
              Map.entry("-cbow", "--architecture cbow or skipgram")));

  private static final Program FASTTEXT =
      new Program(
          "fastText",
          Map.ofEntries(
              Map.entry("-input", CORPUS),
              Map.entry("-output", OUTPUT),
              Map.entry("-lr", "--learning-rate"),
              Map.entry("-lrUpdateRate", NOTHING),
              Map.entry("-dim", "--dim"),
              Map.entry("-ws", "--window"),
              Map.entry("-epoch", "--epochs"),
              Map.entry("-minCount", "--min-count"),
              Map.entry("-minCountLabel", NOTHING),
              Map.entry("-neg", "--negatives"),
              Map.entry("-loss", "--objective"),
              Map.entry("-bucket", "--buckets"),
              Map.entry("-minn", "--min-n"),
              Map.entry("-maxn", "--max-n"),
              Map.entry("-thread", "--threads"),
              Map.entry("-t", "--sample"),
              Map.entry("-seed", "--seed"),
              Map.entry("-wordNgrams", NOTHING),
              Map.entry("-label", NOTHING),
              Map.entry("-verbose", "--quiet, or nothing"),
              Map.entry("-pretrainedVectors", "--pretrained"),
              Map.entry("-saveOutput", NOTHING)));

  private static final Program GLOVE =
      new Program(
          "GloVe",
          Map.ofEntries(
              Map.entry("-vector-size", "--dim"),
              Map.entry("-window-size", "--window"),
              Map.entry("-threads", "--threads"),
              Map.entry("-iter", "--epochs"),
              Map.entry("-eta", "--learning-rate"),
              Map.entry("-alpha", "--alpha"),
              Map.entry("-x-max", "--x-max"),
              Map.entry("-grad-clip", "--gradient-clip"),
              Map.entry("-min-count", "--min-count"),
              Map.entry("-max-vocab", "--max-vocabulary"),
              Map.entry("-memory", "--memory"),
              Map.entry("-overflow-length", NOTHING),
              Map.entry("-overflow-file", NOTHING),
              Map.entry("-symmetric", "--symmetric or --asymmetric"),
              Map.entry("-distance-weighting", "--distance-weighting or --no-distance-weighting"),
              Map.entry("-input-file", "--cooccurrences"),
              Map.entry("-vocab-file", "--vocabulary"),
              Map.entry("-save-file", OUTPUT),
              Map.entry("-binary", EXTENSION),
              Map.entry("-model", "--output-vectors"),
              Map.entry("-seed", "--seed"),
              Map.entry("-verbose", "--quiet, or nothing")));

  private static final List<String> COMMANDS = List.of("train", "vocab", "cooccur");

  private OldSpellings() {}

  /** What to say of the first old option among the arguments of a command that has successors. */
  static Optional<String> complaint(List<String> arguments) {
    if (arguments.isEmpty() || !COMMANDS.contains(arguments.getFirst())) {
      return Optional.empty();
    }
    List<Program> programs = programs(arguments);
    return arguments.stream()
        .takeWhile(argument -> !argument.equals("--"))
        .flatMap(argument -> programs.stream().flatMap(program -> program.complaint(argument)))
        .findFirst();
  }

  /** The programs whose options mean something here, the one that is replaced first. */
  static List<Program> programs(List<String> arguments) {
    List<Program> programs = new ArrayList<>(List.of(WORD2VEC, FASTTEXT, GLOVE));
    if (arguments.contains("fasttext")) {
      programs.sort((left, right) -> Boolean.compare(right == FASTTEXT, left == FASTTEXT));
    } else if (!arguments.contains("word2vec")) {
      programs.sort((left, right) -> Boolean.compare(right == GLOVE, left == GLOVE));
    }
    return programs;
  }

  /** An original program and what became of its options. */
  record Program(String name, Map<String, String> successors) {
    Stream<String> complaint(String argument) {
      @Nullable String successor = successors.get(argument);
      if (successor == null) {
        return Stream.empty();
      }
      String here = successor.isEmpty() ? "nothing takes its place" : "it is " + successor;
      return Stream.of("%s is %s's; here %s".formatted(argument, name, here));
    }
  }
}
