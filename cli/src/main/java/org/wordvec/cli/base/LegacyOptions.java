package org.wordvec.cli.base;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Recognises options of word2vec.c, fastText, GloVe and gensim. They are not accepted, since {@code
 * -output} would also be {@code -o utput}, but the error message names the equivalent option,
 * whatever the spelling of dashes and underscores.
 */
public final class LegacyOptions {
  private static final Program WORD2VEC =
      new Program(
          "word2vec.c",
          """
          train = the argument CORPUS
          output = --output
          size = --dim
          window = --window
          sample = --sample
          hs 0 = --objective negative-sampling
          hs = --objective hierarchical-softmax
          negative = --negatives
          threads = --threads
          iter = --epochs
          min-count = --min-count
          alpha = --learning-rate
          classes =
          debug = --quiet or nothing
          binary 0 = --output NAME.vec
          binary = --output NAME.bin
          save-vocab = --save-vocabulary
          read-vocab = --vocabulary
          cbow 0 = --architecture skipgram
          cbow = --architecture cbow
          """);

  private static final Program FASTTEXT =
      new Program(
          "fastText",
          """
          input = the argument CORPUS
          output = --output
          lr = --learning-rate
          lrUpdateRate =
          dim = --dim
          ws = --window
          epoch = --epochs
          minCount = --min-count
          minCountLabel =
          neg = --negatives
          loss ns = --objective negative-sampling
          loss hs = --objective hierarchical-softmax
          loss = --objective
          bucket = --buckets
          minn = --min-n
          maxn = --max-n
          thread = --threads
          t = --sample
          seed = --seed
          wordNgrams =
          label =
          verbose = --quiet or nothing
          pretrainedVectors = --pretrained
          saveOutput =
          """);

  private static final Program GLOVE =
      new Program(
          "GloVe",
          """
          vector-size = --dim
          window-size = --window
          threads = --threads
          iter = --epochs
          eta = --learning-rate
          alpha = --alpha
          x-max = --x-max
          grad-clip = --gradient-clip
          min-count = --min-count
          max-vocab = --max-vocabulary
          memory = --memory
          overflow-length =
          overflow-file =
          symmetric 0 = --asymmetric
          symmetric = --symmetric
          distance-weighting 0 = --no-distance-weighting
          distance-weighting = --distance-weighting
          input-file = --cooccurrences
          vocab-file = --vocabulary
          save-file = --output
          binary 0 = --output NAME.glove
          binary = --output NAME.bin
          model 0 = --output-vectors word,context
          model 1 = --output-vectors word
          model 2 = --output-vectors word+context
          model = --output-vectors
          seed = --seed
          verbose = --quiet or nothing
          """);

  private static final Program GENSIM =
      new Program(
          "gensim",
          """
          sentences = the argument CORPUS
          corpus_file = the argument CORPUS
          corpus_iterable = the argument CORPUS
          vector_size = --dim
          size = --dim
          window = --window
          min_count = --min-count
          workers = --threads
          sg 0 = --architecture cbow
          sg = --architecture skipgram
          hs 0 = --objective negative-sampling
          hs = --objective hierarchical-softmax
          negative = --negatives
          ns_exponent = --noise-exponent
          cbow_mean =
          alpha = --learning-rate
          start_alpha = --learning-rate
          min_alpha =
          end_alpha =
          seed = --seed
          epochs = --epochs
          iter = --epochs
          sample = --sample
          max_vocab_size = --max-vocabulary
          max_final_vocab = --max-vocabulary
          batch_words =
          sorted_vocab =
          shrink_windows =
          compute_loss = --report
          min_n = --min-n
          max_n = --max-n
          bucket = --buckets
          word_ngrams =
          threshold = --phrase-threshold
          scoring = --phrase-score
          connector_words = --connectors
          """);

  /** Parameters of gensim's queries. */
  private static final Program GENSIM_QUERIES =
      new Program(
          "gensim",
          """
          topn = -k
          restrict_vocab = --top
          limit = --top
          positive = analogy's argument "king - man + woman"
          negative = analogy's argument "king - man + woman"
          binary =
          """);

  private static final Program WORD2PHRASE =
      new Program(
          "word2phrase",
          """
          train = the argument CORPUS
          output = --output
          min-count = --phrase-min-count
          threshold = --phrase-threshold
          debug = --quiet or nothing
          """);

  private static final List<String> TRAINERS = List.of("train", "vocab", "cooccur", "phrases");

  private LegacyOptions() {}

  /**
   * Returns an error message for the first option of another program among the arguments, if any.
   *
   * @param command the command that they name, whose own options are valid
   */
  public static Optional<String> errorMessage(List<String> arguments, CommandSpec command) {
    boolean training = !arguments.isEmpty() && TRAINERS.contains(arguments.getFirst());
    for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
      // A query may contain a word that begins with a dash.
      if (arguments.get(i).startsWith(training ? "-" : "--")) {
        Optional<String> found = errorMessage(arguments, i, command);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns an error message for an unknown option, if it belongs to another program.
   *
   * @param at position of the option; the next argument may be its value
   */
  public static Optional<String> errorMessage(List<String> arguments, int at, CommandSpec command) {
    String option = arguments.get(at).replaceFirst("=.*", "");
    if (command.optionsMap().containsKey(option)) {
      return Optional.empty();
    }
    String value =
        option.length() < arguments.get(at).length()
            ? arguments.get(at).substring(option.length() + 1)
            : at + 1 < arguments.size() ? arguments.get(at + 1) : "";
    String name = option.replaceFirst("^--?", "");
    List<Program> programs = programs(arguments, option, command);
    return programs.stream()
        .flatMap(program -> program.exact(name, value, option, command).stream())
        .findFirst()
        .or(
            () ->
                programs.stream()
                    .flatMap(program -> program.alike(name, value, option, command).stream())
                    .findFirst());
  }

  /** Returns the programs that a command corresponds to, the most likely first. */
  static List<Program> programs(List<String> arguments, String option, CommandSpec command) {
    String path = command.qualifiedName();
    if (path.endsWith(" phrases")) {
      return List.of(WORD2PHRASE, GENSIM);
    }
    if (!path.contains(" train") && !path.endsWith(" vocab") && !path.endsWith(" cooccur")) {
      return List.of(GENSIM_QUERIES);
    }
    List<Program> programs = new ArrayList<>(List.of(WORD2VEC, FASTTEXT, GLOVE, GENSIM));
    if (arguments.contains("fasttext")) {
      moveUp(FASTTEXT, programs);
    } else if (!arguments.contains("word2vec")) {
      moveUp(GLOVE, programs);
    }
    if (option.contains("_") || (option.startsWith("--") && programs.getFirst() != GLOVE)) {
      moveUp(GENSIM, programs);
    }
    return programs;
  }

  private static void moveUp(Program program, List<Program> programs) {
    programs.remove(program);
    programs.addFirst(program);
  }

  /** Another program, and the equivalents of its options. */
  static final class Program {
    private final String name;
    private final Map<String, String> successors = new LinkedHashMap<>();

    /**
     * Creates a program from lines of an option, optionally with a value, and its equivalent, which
     * is empty if there is none.
     */
    Program(String name, String lines) {
      this.name = name;
      for (String line : lines.lines().toList()) {
        int sign = line.indexOf(" =");
        successors.put(line.substring(0, sign), line.substring(sign + 2).strip());
      }
    }

    Map<String, String> successors() {
      return successors;
    }

    private Optional<String> exact(String name, String value, String option, CommandSpec command) {
      String withValue = name + " " + value;
      return successors.containsKey(withValue)
          ? errorMessage(withValue, option, command)
          : errorMessage(name, option, command);
    }

    /**
     * Returns an error message for a name that differs from an option only in dashes, underscores
     * and case.
     */
    private Optional<String> alike(String name, String value, String option, CommandSpec command) {
      return successors.keySet().stream()
          .filter(key -> key.indexOf(' ') < 0 && plain(key).equals(plain(name)))
          .findFirst()
          .flatMap(key -> exact(key, value, option, command));
    }

    private Optional<String> errorMessage(String key, String option, CommandSpec command) {
      @Nullable String successor = successors.get(key);
      if (successor == null) {
        return Optional.empty();
      }
      if (!isKnown(successor, command)) {
        return this == FASTTEXT && command.qualifiedName().endsWith(" train word2vec")
            ? Optional.of(
                "unknown option %s: fastText's %s is %s of 'train fasttext' here"
                    .formatted(option, key, successor))
            : Optional.empty();
      }
      return Optional.of(
          successor.isEmpty()
              ? "unknown option %s: wordvec has no equivalent of %s's %s"
                  .formatted(option, name, key)
              : "unknown option %s: %s's %s is %s here".formatted(option, name, key, successor));
    }

    /**
     * Returns whether the command has the equivalent option; a group of commands leaves that to its
     * subcommands.
     */
    private static boolean isKnown(String successor, CommandSpec command) {
      return !successor.startsWith("-")
          || !command.subcommands().isEmpty()
          || command.optionsMap().containsKey(successor.replaceFirst(" .*", ""));
    }

    private static String plain(String name) {
      return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
  }
}
