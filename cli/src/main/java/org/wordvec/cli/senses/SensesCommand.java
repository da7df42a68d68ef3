package org.wordvec.cli.senses;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.Usage;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.query.QueryCommand;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.TextLines;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.library.FailedException;
import org.wordvec.library.Model;
import org.wordvec.senses.Disambiguator;
import org.wordvec.senses.SenseInventory;
import org.wordvec.vectors.UnknownWordException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.search.Neighbors;
import org.wordvec.vectors.senses.Sense;
import org.wordvec.vectors.senses.SensePassages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec senses}. */
@Command(
    name = "senses",
    customSynopsis = "wordvec senses [OPTIONS] MODEL WORD",
    description = {
      "Lists the senses of a word, each labelled with its most typical words.",
      "A model of 'train senses' has a vector for each sense: they are listed with their shares and"
          + " nearest neighbours. In any other model, the neighbours of the word's only vector are"
          + " grouped, which shows only senses that are frequent enough to have neighbours there."
    },
    footer = {
      "  wordvec senses vectors.bin plant",
      "  wordvec senses senses.bin bank --context \"the bank of the river\"",
      "  wordvec senses vectors.bin java --corpus articles.txt.gz --examples 5",
      "  wordvec senses vectors.bin bank -k 200 --top 50000 --format json"
    })
public final class SensesCommand extends QueryCommand {
  @Parameters(index = "1", paramLabel = "WORD", description = "The word whose senses to find.")
  private String word = "";

  @Mixin(name = GroupedOptions.QUERY)
  private final ContextOption context = new ContextOption();

  @Mixin(name = GroupedOptions.SEARCH)
  private final SensesOptions options = new SensesOptions();

  @Mixin(name = GroupedOptions.CORPUS)
  private final PassageOptions text = new PassageOptions();

  public SensesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected void check() throws IOException {
    options.induction();
    text.examples();
    if (!text.corpus.isEmpty()) {
      Corpus.of(text.corpus, terminal().in());
    }
  }

  @Override
  protected List<String> queryWords() {
    return List.of(word);
  }

  @Override
  protected Report result(Model opened) throws IOException {
    Optional<SenseInventory> trained = opened.senses();
    if (trained.isPresent()) {
      return trained(trained.get(), opened);
    }
    if (context.context != null) {
      throw SenseModels.without(model(), "--context");
    }
    float[] vector = opened.vector(word).orElseThrow(() -> new UnknownWordException(word));
    WordVectors all = opened.vectors();
    List<Sense> senses = senses(all, vector);
    if (senses.isEmpty()) {
      throw new FailedException(
          "%s: the nearest neighbours of \"%s\" form no group; lower --smallest or raise -k"
              .formatted(model(), word));
    }
    SensesTable table = new SensesTable(senses, options.shown());
    if (text.corpus.isEmpty()) {
      return table.report();
    }
    SensePassages passages = new SensePassages(word, vector, all, table.senses(), text.examples());
    TextLines.read(Corpus.of(text.corpus, terminal().in()), passages::read);
    if (IntStream.range(0, senses.size()).allMatch(sense -> passages.occurrences(sense) == 0)) {
      printNote(
          "no sense of \"%s\" was found in the text: no passage has it together with words of the model"
              .formatted(word));
    }
    return table.report(passages);
  }

  private Report trained(SenseInventory inventory, Model opened) {
    if (!text.corpus.isEmpty()) {
      throw new IllegalArgumentException(
          "--corpus groups neighbours of an ordinary model; for this one, use 'wordvec"
              + " disambiguate'");
    }
    Usage.rejectOptions(
        spec(), List.of(GroupedOptions.SEARCH), List.of("--words"), "on a model of 'train senses'");
    int id = SenseModels.word(word, inventory);
    if (id < 0) {
      throw new UnknownWordException(word);
    }
    Optional<List<Double>> probabilities = Optional.empty();
    if (context.context != null && inventory.senses().senses(id) > 1) {
      probabilities =
          new Disambiguator(inventory).probabilities(id, inventory.clusters(id), context.context);
      if (probabilities.isEmpty()) {
        throw new FailedException(
            "%s: the context has no word of the model besides \"%s\"".formatted(model(), word));
      }
    }
    if (inventory.senses().senses(id) == 1) {
      printNote("\"%s\" has one sense in this model".formatted(word));
    }
    return new TrainedSensesTable(inventory, neighbors(opened), options.shown())
        .report(id, probabilities);
  }

  private List<Sense> senses(WordVectors all, float[] vector) {
    int searched = options.searched(all.size());
    try (Arena arena = Arena.ofConfined()) {
      WordVectors frequent =
          searched == all.size() ? all : all.select(IntStream.range(0, searched).toArray(), arena);
      return options.induction().senses(new Neighbors(frequent), vector, word);
    }
  }
}
