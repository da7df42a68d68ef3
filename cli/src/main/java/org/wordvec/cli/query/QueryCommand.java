package org.wordvec.cli.query;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
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

/** A verb that opens a model and answers with tables. */
public abstract class QueryCommand extends BaseCommand {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "File of vectors: word2vec binary or text, GloVe text, fastText's .bin, finalfusion"
              + " (.fifu), NumPy (.npy) or safetensors; the format is detected from the content.")
  private Path model = Path.of("");

  @Mixin(name = GroupedOptions.OUTPUT)
  private final QueryOptions output = new QueryOptions();

  private @Nullable Session session;

  public QueryCommand(Terminal terminal) {
    super(terminal);
  }

  /** Takes arguments without an option among them as picocli would; false if it would not. */
  public final boolean take(Path file, List<String> operands) {
    model = file;
    return take(operands);
  }

  /** Takes what follows the model; false if there is too little or too much. */
  public boolean take(List<String> operands) {
    return false;
  }

  /** Finds what is wrong with the question before the model is read. */
  protected void check() throws IOException {}

  /** Returns the words that the question is about. */
  protected List<String> asked() {
    return List.of();
  }

  /** Opens the model. */
  protected Model open(Arena arena) throws IOException {
    return Models.open(model, arena);
  }

  /** Returns whether the questions come as a stream and are answered one after the other. */
  protected boolean isBatch() {
    return false;
  }

  /** Returns whether vectors are compared, and not only shown. */
  protected boolean compares() {
    return true;
  }

  /** Answers a stream of questions. */
  protected void answerAll(Model opened, ResultFormat format) throws IOException {
    throw new IllegalStateException("no stream of questions");
  }

  /** Asks the model, which lives until this returns. */
  protected abstract Report answer(Model opened) throws IOException;

  protected final Path model() {
    return model;
  }

  /** Returns whether a spreadsheet must not take a word for a formula. */
  protected final boolean isSpreadsheetSafe() {
    return output.isSpreadsheetSafe();
  }

  /** Returns the search in a model, which is made once where a model is asked several questions. */
  protected final Neighbors neighbors(Model opened) {
    return session == null ? opened.neighbors() : session.neighbors();
  }

  /** Asks a model that is open already instead of opening the file. */
  public final void within(Session open) {
    session = open;
  }

  @Override
  protected final int run() throws IOException {
    if (session == null && Files.notExists(model)) {
      throw new NoSuchFileException(model.toString());
    }
    check();
    if (session != null) {
      return ask(session.model());
    }
    if (compares()) {
      VectorModule.warnIfMissing(terminal());
    }
    try (Arena arena = Arena.ofShared()) {
      return ask(ModelNotes.printed(open(arena), model, terminal()));
    }
  }

  /** Says something beside the answer. */
  protected final void printNote(String line) {
    terminal().err().println("wordvec: " + line);
  }

  private int ask(Model opened) throws IOException {
    if (isBatch()) {
      opened.explained(
          () -> {
            answerAll(opened, output.streamed());
            return opened;
          });
    } else {
      Report report = known(opened);
      List<String> composed = opened.explained(() -> opened.composed(asked()));
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

  private Report known(Model opened) throws IOException {
    try {
      return opened.unchanged(() -> answer(opened));
    } catch (UnknownWordException e) {
      throw new FailedException(model + ": " + unknown(e.word(), opened), e);
    } catch (ZeroVectorException e) {
      throw new FailedException(model + ": " + e.getMessage(), e);
    }
  }

  /** Says that the model has not got a word, and what it has instead. */
  static String unknown(String word, Model opened) {
    List<String> near =
        SimplifiedForm.of(word)
            .filter(simplified -> opened.words().indexOf(simplified) >= 0)
            .map(List::of)
            .orElseGet(() -> new Suggestions(opened.words()).of(word));
    String question =
        near.isEmpty() ? "" : "; did you mean " + EnglishList.alternatives(near) + "?";
    return "no word \"" + PrintableText.of(word) + "\"" + question;
  }
}
