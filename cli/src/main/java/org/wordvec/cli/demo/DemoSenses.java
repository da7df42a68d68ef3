package org.wordvec.cli.demo;

import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.output.TextTable;
import org.wordvec.cli.progress.ProgressDisplay;
import org.wordvec.compute.training.Checkpoints;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.library.Quantity;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.SenseTraining;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Word2VecConfig;

/** Trains vectors of senses for the demo and tests which senses homonyms have in sentences. */
record DemoSenses(EncodedCorpus corpus, List<DemoHomonym> homonyms, DemoOptions options) {
  /** More than the default, since the corpus is small. */
  private static final int EPOCHS = 10;

  private static final int SHOWN = 5;

  /** Trains and prints a model; returns how many homonyms have a sense for each meaning. */
  int run(Arena arena, ProgressDisplay display, PrintWriter out) throws InterruptedException {
    SenseTraining.Trained trained =
        SenseTraining.train(
            new SenseTraining.Run(
                corpus,
                config(),
                SenseSettings.DEFAULT,
                arena,
                display::training,
                Checkpoints.none(),
                SenseTraining.Listener.NONE));
    display.pause();
    List<DemoHomonymResult> results =
        homonyms.stream()
            .map(homonym -> DemoHomonymResult.of(homonym, trained.inventory(), options.seed))
            .toList();
    out.println();
    out.println(heading(trained));
    TextTable.print(new Report(senses(trained), choices(results)), out);
    out.flush();
    return (int) results.stream().filter(DemoHomonymResult::isRight).count();
  }

  /**
   * Returns the default configuration but for the epochs. With fewer dimensions or less
   * subsampling, contexts of different meanings have more in common.
   */
  private Word2VecConfig config() {
    return Word2VecConfig.of(Architecture.SKIP_GRAM)
        .withSchedule(new Schedule(EPOCHS, Word2VecConfig.DEFAULT_SKIP_GRAM_RATE))
        .withExecution(options.execution());
  }

  private String heading(SenseTraining.Trained trained) {
    return String.format(
        Locale.ROOT,
        "Senses, skip-gram, %d dimensions, %,d sentences, %d + %d epochs: %.1f s, %s words/s,"
            + " %s with several senses",
        config().dimensions(),
        corpus.sentences(),
        EPOCHS,
        SenseTraining.SENSE_EPOCHS,
        trained.report().seconds(),
        Quantity.of(trained.report().tokensPerSecond()),
        Quantity.of(
            Arrays.stream(trained.inventory().senses().words()).distinct().count(), "word"));
  }

  private Table senses(SenseTraining.Trained trained) {
    SenseInventory inventory = trained.inventory();
    Neighbors neighbors = new Neighbors(trained.vectors());
    List<List<Object>> rows = new ArrayList<>();
    for (DemoHomonym homonym : homonyms) {
      int id = inventory.words().indexOf(homonym.word());
      float[] shares = inventory.senses().shares(id);
      for (int sense = 0; sense < shares.length; sense++) {
        String name = inventory.name(id, sense);
        rows.add(List.of(name, (double) shares[sense], nearest(name, shares.length, neighbors)));
      }
    }
    List<Column> columns =
        List.of(Column.of("sense"), new Column("share", 2), Column.of("nearest"));
    return new Table("senses", "", columns, rows);
  }

  /** Returns the nearest words that are not senses of the same word. */
  private static String nearest(String name, int senses, Neighbors neighbors) {
    String own = name.substring(0, name.length() - 1);
    return neighbors.nearest(name, SHOWN + senses - 1).stream()
        .map(Neighbor::word)
        .filter(word -> senses == 1 || !word.startsWith(own))
        .limit(SHOWN)
        .collect(Collectors.joining(", "));
  }

  private static Table choices(List<DemoHomonymResult> results) {
    List<List<Object>> rows = new ArrayList<>();
    for (DemoHomonymResult result : results) {
      for (DemoMeaningResult meaning : result.meanings()) {
        List<DemoContext.Choice> agreeing = meaning.agreeing();
        DemoContext.Choice example = agreeing.getFirst();
        rows.add(
            List.of(
                meaning.meaning().name(),
                example.name(),
                agreeing.size() + " of " + meaning.choices().size(),
                result.isRight() ? "right" : "WRONG",
                example.probability(),
                example.context().sentence()));
      }
    }
    List<Column> columns =
        List.of(
            Column.of("meaning"),
            Column.of("found"),
            Column.of("sentences"),
            Column.of(""),
            new Column("probability", 3),
            Column.of("such as"));
    return new Table("meanings", "", columns, rows);
  }
}
