package org.wordvec.cli.query;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wordvec.cli.base.BaseCommand;
import org.wordvec.cli.base.EnglishList;
import org.wordvec.cli.base.ExitCode;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.ModelNotes;
import org.wordvec.cli.base.Session;
import org.wordvec.cli.base.SimplifiedForm;
import org.wordvec.cli.base.VectorModule;
import org.wordvec.cli.output.OutputFormat;
import org.wordvec.cli.output.QueryOptions;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.ResultFormat;
import org.wordvec.cli.output.TextTable;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.library.FailedException;
import org.wordvec.library.Model;
import org.wordvec.library.Models;
import org.wordvec.vectors.UnknownWordException;
import org.wordvec.vectors.ZeroVectorException;
import org.wordvec.vectors.search.Neighbors;
import org.wordvec.vectors.search.Suggestions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Base of commands that open a model and print tables. */
public abstract class QueryCommand extends BaseCommand {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "Vector file: word2vec binary or text, GloVe text, fastText's .bin, finalfusion (.fifu),"
              + " NumPy (.npy) or safetensors; the format is detected from the content.")
  private Path model = Path.of("");

  @Mixin(name = GroupedOptions.OUTPUT)
  private final QueryOptions output = new QueryOptions();

  private @Nullable Session session;

  public QueryCommand(Terminal terminal) {
    super(terminal);
  }

  /**
   * Sets arguments that contain no option, as picocli would; returns false if picocli would reject
   * them.
   */
  public final boolean setArguments(Path file, List<String> operands) {
    model = file;
    return setOperands(operands);
  }

  /** Sets the arguments after the model; returns false if there are too few or too many. */
  public boolean setOperands(List<String> operands) {
    return false;
  }

  /** Throws if the query is invalid; called before the model is opened. */
  protected void check() throws IOException {}

  /** Returns the words of the query. */
  protected List<String> queryWords() {
    return List.of();
  }

  /** Opens the model. */
  protected Model open(Arena arena) throws IOException {
    return Models.open(model, arena);
  }

  /** Returns whether the queries come from a file and their results are streamed. */
  protected boolean isBatch() {
    return false;
  }

  /** Returns whether the command compares vectors and does not only show them. */
  protected boolean comparesVectors() {
    return true;
  }

  /** Runs a stream of queries and prints their results. */
  protected void runBatch(Model opened, ResultFormat format) throws IOException {
    throw new IllegalStateException("no stream of queries");
  }

  /** Returns the result of the query; the model is closed afterwards. */
  protected abstract Report result(Model opened) throws IOException;

  protected final Path model() {
    return model;
  }

  /** Returns whether words must be written so that spreadsheets do not run them as formulas. */
  protected final boolean isSpreadsheetSafe() {
    return output.isSpreadsheetSafe();
  }

  /** Returns the search in a model; a session shares it between queries. */
  protected final Neighbors neighbors(Model opened) {
    return session == null ? opened.neighbors() : session.neighbors();
  }

  /** Sets an open model to query instead of opening a file. */
  public final void setSession(Session open) {
    session = open;
  }

  @Override
  protected final int run() throws IOException {
    if (session == null && Files.notExists(model)) {
      throw new NoSuchFileException(model.toString());
    }
    check();
    if (session != null) {
      return execute(session.model());
    }
    if (comparesVectors()) {
      VectorModule.warnIfMissing(terminal());
    }
    try (Arena arena = Arena.ofShared()) {
      return execute(ModelNotes.printed(open(arena), model, terminal()));
    }
  }

  /** Prints a note to standard error. */
  protected final void printNote(String line) {
    terminal().err().println("wordvec: " + line);
  }

  private int execute(Model opened) throws IOException {
    if (isBatch()) {
      opened.explained(
          () -> {
            runBatch(opened, output.streamed());
            return opened;
          });
    } else {
      Report report = checkedResult(opened);
      List<String> composed = opened.explained(() -> opened.composed(queryWords()));
      if (!composed.isEmpty()) {
        printNote("not in the vocabulary, composed of n-grams: " + String.join(", ", composed));
      }
      boolean coloured = session != null && session.isColoured();
      if (coloured && output.whole().kind() == OutputFormat.TABLE) {
        TextTable.printColoured(report, terminal().out());
      } else {
        output.whole().print(report, terminal());
      }
      report.failures().forEach(failure -> printNote(failure));
      return report.failures().isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
    }
    return ExitCode.OK;
  }

  private Report checkedResult(Model opened) throws IOException {
    try {
      return opened.unchanged(() -> result(opened));
    } catch (UnknownWordException e) {
      throw new FailedException(model + ": " + unknownWord(e.word(), opened), e);
    } catch (ZeroVectorException e) {
      throw new FailedException(model + ": " + e.getMessage(), e);
    }
  }

  /** Returns an error message for an unknown word, with similar words of the model. */
  static String unknownWord(String word, Model opened) {
    String whole = word.replaceFirst("#\\d+$", "");
    List<String> senses =
        IntStream.rangeClosed(1, Suggestions.LIMIT)
            .mapToObj(sense -> whole + "#" + sense)
            .filter(sense -> opened.words().indexOf(sense) >= 0)
            .toList();
    if (!senses.isEmpty()) {
      return "no word \"%s\", but its senses: %s"
          .formatted(PrintableText.of(word), String.join(", ", senses));
    }
    List<String> similar =
        SimplifiedForm.of(word)
            .filter(simplified -> opened.words().indexOf(simplified) >= 0)
            .map(List::of)
            .orElseGet(() -> new Suggestions(opened.words()).of(word));
    String suggestion =
        similar.isEmpty() ? "" : "; did you mean " + EnglishList.alternatives(similar) + "?";
    return "no word \"" + PrintableText.of(word) + "\"" + suggestion;
  }
}
