package org.wordvec.cli.query;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.base.ModelNotes;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.FailedException;
import org.wordvec.library.Model;
import org.wordvec.library.Models;
import org.wordvec.library.Quantity;
import org.wordvec.vectors.search.NeighborOverlap.Change;
import org.wordvec.vectors.search.NeighborOverlap.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wordvec compare}. */
@Command(
    name = "compare",
    customSynopsis = "wordvec compare [OPTIONS] MODEL OTHER",
    description = {
      "Finds the words that two models use most differently.",
      "Words whose nearest neighbours differ most come first. The models need not be aligned."
    },
    footer = {
      "  wordvec compare 1990s.bin 2010s.bin",
      "  wordvec compare news.bin wiki.vec --top 5000 -k 100 --show 50",
      "  wordvec compare a.bin b.bin --top 0 --show 0 --format csv"
    })
public final class CompareCommand extends QueryCommand {
  @Parameters(
      index = "1",
      paramLabel = "OTHER",
      description = "Vector file to compare MODEL with, in any supported format.")
  private Path other = Path.of("");

  @Mixin(name = GroupedOptions.SEARCH)
  private final CompareOptions options = new CompareOptions();

  public CompareCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected void check() throws IOException {
    options.overlap();
    if (Files.notExists(other)) {
      throw new NoSuchFileException(other.toString());
    }
  }

  @Override
  protected Report result(Model opened) throws IOException {
    try (Arena arena = Arena.ofShared()) {
      Model second = ModelNotes.printed(Models.open(other, arena), other, terminal());
      Comparison comparison =
          second.unchanged(
              () ->
                  options.overlap().compare(opened.vectors(), second.vectors(), options.listed()));
      if (comparison.k() < 1) {
        throw new FailedException(
            "%s and %s share %s, too few to compare their nearest neighbours"
                .formatted(model(), other, Quantity.of(comparison.common(), "word")));
      }
      return report(comparison);
    }
  }

  private Report report(Comparison comparison) {
    List<Change> changes = comparison.changes();
    if (comparison.zero() > 0) {
      printNote(
          "skipped %s with a zero vector".formatted(Quantity.of(comparison.zero(), "common word")));
    }
    String note =
        String.format(
            Locale.ROOT,
            "on average, %2$.1f of the %1$,d nearest neighbours are the same, over %3$,d of %4$,d"
                + " common words",
            comparison.k(),
            comparison.meanOverlap(),
            changes.size(),
            comparison.common());
    List<Column> columns =
        List.of(
            Column.of("word"),
            Column.of("overlap"),
            new Column("share", 3),
            Column.of("only_model"),
            Column.of("only_other"));
    List<List<Object>> rows =
        changes.subList(0, options.shown(changes.size())).stream()
            .map(change -> row(change, comparison.k()))
            .toList();
    return new Report(new Table("changes", note, columns, rows));
  }

  private static List<Object> row(Change change, int k) {
    return List.of(
        change.word(),
        change.overlap(),
        (double) change.overlap() / k,
        String.join(", ", change.onlyFirst()),
        String.join(", ", change.onlySecond()));
  }
}
