package org.wordvec.cli.base;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Suggests commands for an unknown one, which may be the name in another program. */
public final class UnknownCommand {
  private static final Map<String, String> SUCCESSORS =
      Map.ofEntries(
          Map.entry("neighbours", "neighbors"),
          Map.entry("nearest", "neighbors"),
          Map.entry("similar", "neighbors"),
          Map.entry("most-similar", "neighbors"),
          Map.entry("most_similar", "neighbors"),
          Map.entry("distance", "neighbors"),
          Map.entry("nn", "neighbors"),
          Map.entry("analogies", "analogy"),
          Map.entry("word-analogy", "analogy"),
          Map.entry("doesnt-match", "odd-one-out"),
          Map.entry("doesnt_match", "odd-one-out"),
          Map.entry("cosine", "similarity"),
          Map.entry("print-word-vectors", "vectors"),
          Map.entry("print-ngrams", "subwords"),
          Map.entry("accuracy", "evaluate"),
          Map.entry("compute-accuracy", "evaluate"),
          Map.entry("plot", "map"),
          Map.entry("visualize", "map"),
          Map.entry("tsne", "map --method tsne"),
          Map.entry("umap", "map --method umap"),
          Map.entry("pca", "map --method pca"),
          Map.entry("repl", "shell"),
          Map.entry("gpus", "devices"),
          Map.entry("vocab_count", "vocab"),
          Map.entry("word2phrase", "phrases"),
          Map.entry("word2vec", "train word2vec"),
          Map.entry("skipgram", "train word2vec --architecture skipgram"),
          Map.entry("cbow", "train word2vec --architecture cbow"),
          Map.entry("glove", "train glove"),
          Map.entry("fasttext", "train fasttext"),
          Map.entry("man", "manual"),
          Map.entry("version", "--version"));

  private UnknownCommand() {}

  /**
   * Returns an error message about the first of these words.
   *
   * @param group the command whose subcommands are valid
   */
  public static String errorMessage(List<String> words, CommandLine group) {
    String word = words.getFirst();
    String unknown = "unknown command '" + word + "'";
    if (word.equals("help")) {
      String help = group.getCommandSpec().qualifiedName() + String.join(" ", words).substring(4);
      return unknown + "; did you mean '" + help + " --help'?";
    }
    if (group.getSubcommands().containsKey(word)) {
      return "put the command '" + word + "' before --";
    }
    List<String> commands = List.copyOf(group.getSubcommands().keySet());
    @Nullable String successor = SUCCESSORS.get(word);
    if (successor != null && exists(successor, commands)) {
      return unknown + UsageErrors.suggestion(List.of(successor));
    }
    List<String> similar = SimilarNames.of(word, commands);
    return similar.isEmpty()
        ? unknown + ", expected " + EnglishList.alternatives(commands)
        : unknown + UsageErrors.suggestion(similar);
  }

  private static boolean exists(String successor, List<String> commands) {
    return successor.startsWith("-") || commands.contains(successor.replaceFirst(" .*", ""));
  }
}
