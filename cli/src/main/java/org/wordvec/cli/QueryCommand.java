package org.wordvec.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.wordvec.vectors.Suggestions;
import org.wordvec.vectors.UnknownWordException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A verb that opens a model and answers with tables. */
abstract sealed class QueryCommand extends BaseCommand
    permits NeighborsCommand,
        AnalogyCommand,
        SimilarityCommand,
        EvaluateCommand,
        ConvertCommand,
        SubwordsCommand,
        InfoCommand {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "File of vectors: word2vec binary or text, GloVe text, fastText's .bin, finalfusion"
              + " (.fifu), NumPy (.npy) or safetensors, told apart by their content.")
  private Path model = Path.of("");

  @Mixin(name = GroupedOptions.OUTPUT)
  private final QueryOptions output = new QueryOptions();

  QueryCommand(Terminal terminal) {
    super(terminal);
  }

  /** Finds what is wrong with the question before the model is read. */
  void check() throws IOException {}

  /** The words that the question is about. */
  List<String> asked() {
    return List.of();
  }

  /** Opens the model. */
  Model open(Arena arena) throws IOException {
    return Model.open(model, arena);
  }

  /** Asks the model, which lives until this returns. */
  abstract Report answer(Model opened) throws IOException;

  final Path model() {
    return model;
  }

  @Override
  final int run() throws IOException {
    if (Files.notExists(model)) {
      throw new NoSuchFileException(model.toString());
    }
    check();
    try (Arena arena = Arena.ofShared()) {
      Model opened = open(arena);
      opened.notes().forEach(note -> terminal().err().println("wordvec: " + model + ": " + note));
      Report report = known(opened);
      List<String> composed = opened.composed(asked());
      if (!composed.isEmpty()) {
        terminal()
            .err()
            .println(
                "wordvec: not in the vocabulary, composed of n-grams: "
                    + String.join(", ", composed));
      }
      output.format.print(report, terminal());
      return ExitCode.OK;
    }
  }

  private Report known(Model opened) throws IOException {
    try {
      return answer(opened);
    } catch (UnknownWordException e) {
      List<String> near = new Suggestions(opened.words()).of(e.word());
      String question = near.isEmpty() ? "" : "; did you mean " + Sentence.alternatives(near) + "?";
      throw new FailedException(model + ": no word \"" + e.word() + "\"" + question, e);
    }
  }
}
