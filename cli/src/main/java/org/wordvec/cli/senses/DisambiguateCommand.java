package org.wordvec.cli.senses;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.ResultFormat;
import org.wordvec.cli.query.QueryCommand;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.cli.text.CorpusOptions;
import org.wordvec.cli.text.SourceOptions;
import org.wordvec.corpora.TextPreview;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.library.Model;
import org.wordvec.library.Quantity;
import org.wordvec.senses.Disambiguator;
import org.wordvec.senses.Disambiguator.Choice;
import org.wordvec.senses.SenseInventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec disambiguate}. */
@Command(
    name = "disambiguate",
    customSynopsis = "wordvec disambiguate [OPTIONS] MODEL [TEXT...]",
    description = {
      "Chooses the sense of each word of a text that has several.",
      "Reads text as 'train' does; give the same options for its words. Writes a row for each"
          + " choice: the number of the sentence, that of the word in it, the word, its sense and"
          + " the probability; or, with --tags, the sentences with senses in place of words."
    },
    footer = {
      "  echo \"the bank of the river\" | wordvec disambiguate senses.bin --tags",
      "  wordvec disambiguate senses.bin articles.txt.gz --format jsonl",
      "  wordvec disambiguate senses.bin reviews.csv --csv-column text --min-probability 0.9"
    })
public final class DisambiguateCommand extends QueryCommand {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("sentence"),
          Column.of("place"),
          Column.of("word"),
          Column.of("sense"),
          new Column("probability", 3));

  @Parameters(
      index = "1..*",
      paramLabel = "TEXT",
      arity = "0..*",
      description =
          "Files and folders to read, plain or compressed; - is standard input (default: -).")
  private List<String> texts = List.of();

  @Mixin(name = GroupedOptions.CORPUS)
  private final SourceOptions source = new SourceOptions();

  @Mixin(name = GroupedOptions.WORDS)
  private final CorpusOptions words = new CorpusOptions();

  @Mixin(name = GroupedOptions.SENSES)
  private final DisambiguationOptions options = new DisambiguationOptions();

  private long sentences;
  private long chosen;

  public DisambiguateCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected void check() throws IOException {
    options.minimum();
    corpus();
    words.tokenization(source, terminal());
  }

  private Corpus corpus() throws IOException {
    return source.corpus(texts.isEmpty() ? List.of("-") : texts, terminal().in());
  }

  @Override
  protected boolean isBatch() {
    return true;
  }

  @Override
  protected Report result(Model opened) {
    throw new IllegalStateException("the results are a stream");
  }

  @Override
  protected void runBatch(Model opened, ResultFormat format) throws IOException {
    SenseInventory inventory = SenseModels.of(opened, model(), "disambiguate");
    Disambiguator disambiguator = new Disambiguator(inventory);
    PrintWriter out = terminal().out();
    if (!options.tags) {
      out.print(format.header(COLUMNS));
    }
    TextPreview.read(
        corpus(),
        words.tokenization(source, terminal()),
        sentence -> {
          sentences++;
          List<Choice> choices =
              disambiguator.choices(sentence).stream()
                  .filter(choice -> probability(choice) >= options.minimum())
                  .toList();
          chosen += choices.size();
          out.print(
              options.tags
                  ? tagged(sentence, choices, inventory)
                  : rows(sentence, choices, inventory, format));
          return !out.checkError();
        });
    if (chosen == 0) {
      printNote("no word with several senses in " + Quantity.of(sentences, "sentence"));
    } else if (options.tags) {
      printNote("chose the senses of " + Quantity.of(chosen, "word"));
    }
  }

  private static double probability(Choice choice) {
    return choice.probabilities().get(choice.sense());
  }

  private static String tagged(
      List<String> sentence, List<Choice> choices, SenseInventory inventory) {
    List<String> tagged = new ArrayList<>(sentence);
    for (Choice choice : choices) {
      tagged.set(choice.place(), inventory.name(choice.word(), choice.sense()));
    }
    return String.join(" ", tagged) + "\n";
  }

  private String rows(
      List<String> sentence, List<Choice> choices, SenseInventory inventory, ResultFormat format) {
    List<List<Object>> rows = new ArrayList<>();
    for (Choice choice : choices) {
      rows.add(
          List.of(
              sentences,
              choice.place() + 1,
              sentence.get(choice.place()),
              inventory.name(choice.word(), choice.sense()),
              probability(choice)));
    }
    try {
      return format.rows(COLUMNS, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
