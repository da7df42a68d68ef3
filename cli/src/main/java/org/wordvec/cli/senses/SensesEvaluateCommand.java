package org.wordvec.cli.senses;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.query.QueryCommand;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CorpusOptions;
import org.wordvec.cli.text.SourceOptions;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.ReadingProgress;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.library.FailedException;
import org.wordvec.library.Model;
import org.wordvec.library.Quantity;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.evaluation.ContextEvaluation;
import org.wordvec.senses.evaluation.PseudoWord;
import org.wordvec.senses.evaluation.PseudoWordEvaluation;
import org.wordvec.senses.evaluation.TaggedContext;
import org.wordvec.senses.induction.Occurrences;
import org.wordvec.vectors.WordVectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wordvec senses evaluate}. */
@Command(
    name = "evaluate",
    customSynopsis = {
      "wordvec senses evaluate [OPTIONS] MODEL --pseudo-words CORPUS",
      "       wordvec senses evaluate [OPTIONS] MODEL --contexts FILE"
    },
    description = {
      "Evaluates the senses of a model of 'train senses'.",
      "--pseudo-words takes two or three words of a corpus for one and divides its occurrences as"
          + " the training does; --contexts compares the clusters chosen in contexts with their"
          + " tags. Prints the adjusted Rand index, the V-measure and the paired F-score."
    },
    footer = {
      "  wordvec senses evaluate senses.bin --pseudo-words corpus.txt",
      "  wordvec senses evaluate senses.bin --contexts semeval2010.tsv --details --format json"
    })
public final class SensesEvaluateCommand extends QueryCommand {
  @Mixin(name = GroupedOptions.EVALUATION)
  private final SensesEvaluationOptions options = new SensesEvaluationOptions();

  @Mixin(name = GroupedOptions.CORPUS)
  private final SourceOptions source = new SourceOptions();

  @Mixin(name = GroupedOptions.WORDS)
  private final CorpusOptions words = new CorpusOptions();

  public SensesEvaluateCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected void check() throws IOException {
    if (options.pseudoWords.isEmpty() && options.contexts == null) {
      throw new IllegalArgumentException("give --pseudo-words CORPUS, --contexts FILE or both");
    }
    options.choice();
    if (!options.pseudoWords.isEmpty()) {
      source.corpus(options.pseudoWords, terminal().in());
    }
  }

  @Override
  protected Report result(Model opened) throws IOException {
    SenseInventory inventory = SenseModels.of(opened, model(), "'senses evaluate'");
    List<Table> tables = new ArrayList<>();
    if (!options.pseudoWords.isEmpty()) {
      tables.addAll(pseudoWords(inventory, opened.vectors()));
    }
    if (options.contexts != null) {
      List<TaggedContext> contexts = TaggedContext.read(terminal().text(options.contexts));
      List<ContextEvaluation.Result> results =
          new ContextEvaluation(inventory, options.division).evaluate(contexts);
      long unknown = results.stream().filter(result -> !result.known()).count();
      if (unknown == results.size()) {
        throw new FailedException(
            options.contexts
                + ": the model has none of its words, such as \""
                + results.getFirst().word()
                + "\"");
      }
      if (unknown > 0) {
        printNote(
            options.contexts
                + ": counted as undivided, since the model does not have them: "
                + Quantity.of(unknown, "word"));
      }
      tables.addAll(SensesEvaluationTables.contexts(results, options.details));
    }
    return new Report(tables, List.of());
  }

  private List<Table> pseudoWords(SenseInventory inventory, WordVectors vectors)
      throws IOException {
    try (Arena arena = Arena.ofShared()) {
      int count = inventory.words().size();
      EncodedCorpus corpus =
          new CorpusEncoder(
                  words.tokenization(source, terminal()),
                  new VocabularyLimits(1, 0),
                  options.threads())
              .encode(
                  source.corpus(options.pseudoWords, terminal().in()),
                  Vocabulary.ranked(inventory.words(), new long[count]),
                  arena,
                  ReadingProgress.NONE);
      List<PseudoWord> chosen =
          options
              .choice()
              .choose(
                  inventory.words(),
                  Occurrences.counts(corpus),
                  word -> vectors.vector(inventory.name(word, 0)).orElse(new float[0]));
      if (chosen.isEmpty()) {
        throw new FailedException(
            "the corpus has too few words of the model that occur 100 times or more");
      }
      List<PseudoWordEvaluation.Result> results =
          new PseudoWordEvaluation(corpus, inventory, options.seed, options.threads())
              .evaluate(chosen);
      return SensesEvaluationTables.pseudoWords(results, inventory, options.details);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException)
          new CancellationException("the evaluation was interrupted").initCause(e);
    }
  }
}
