package org.wordvec.cli.map;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.wordvec.cli.base.GroupedOptions;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.query.QueryCommand;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.library.Model;
import org.wordvec.pictures.WordMap;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.output.OutputFile;
import org.wordvec.vectors.search.Neighbors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wordvec map}. */
@Command(
    name = "map",
    customSynopsis = "wordvec map [OPTIONS] MODEL -o FILE",
    description = {
      "Draws a two-dimensional map of words.",
      "Similar words lie close together, and clusters have different colours. Where labels would"
          + " overlap, rarer words are shown as dots."
    },
    footer = {
      "  wordvec map vectors.bin -o map.html",
      "  wordvec map vectors.bin --top 1000 --method umap -o map.svg",
      "  wordvec map vectors.bin --words cities.txt --neighbors-of paris -o cities.png"
    })
public final class MapCommand extends QueryCommand {
  @Mixin(name = GroupedOptions.WORDS)
  private final MapWordsOptions words = new MapWordsOptions();

  @Mixin(name = GroupedOptions.DRAWING)
  private final MapDrawingOptions drawing = new MapDrawingOptions();

  @Mixin(name = GroupedOptions.PICTURE)
  private final MapOutputOptions picture = new MapOutputOptions();

  /** Neighbours of each word on a page. */
  private static final int NEAREST = 8;

  public MapCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  protected void check() throws IOException {
    words.check();
    drawing.projection();
    picture.frame();
    MapFile.of(picture.output);
    OutputFile.check(picture.output);
    Path listed = words.words;
    if (listed != null && !listed.toString().equals("-") && Files.notExists(listed)) {
      throw new NoSuchFileException(listed.toString());
    }
  }

  @Override
  protected List<String> queryWords() {
    return words.centres;
  }

  @Override
  protected Report result(Model opened) throws IOException {
    WordVectors vectors = opened.unchanged(opened::vectors);
    MapWords chosen = chosen(opened, vectors);
    try (Arena arena = Arena.ofShared()) {
      WordVectors selected = vectors.select(chosen.ids(), arena);
      int threads = Runtime.getRuntime().availableProcessors();
      WordMap map =
          WordMap.of(selected, chosen.marked(), drawing.projection(), drawing.seed, threads);
      String title =
          String.format(Locale.ROOT, "%,d words of %s", map.words().size(), model().getFileName());
      MapFile.of(picture.output)
          .write(
              new MapFile.Drawn(
                  map,
                  title,
                  chosen,
                  rows -> neighbors(opened).nearestToRows(rows, NEAREST, threads)),
              picture.frame(),
              isSpreadsheetSafe(),
              picture.output);
      return report(map);
    }
  }

  private MapWords chosen(Model opened, WordVectors vectors) throws IOException {
    MapWords chosen = new MapWords(opened);
    chosen.addTop(words.top());
    if (!words.centres.isEmpty()) {
      Neighbors neighbors = new Neighbors(vectors, opened.unseen());
      words.centres.forEach(word -> chosen.addAround(word, words.count, neighbors));
    }
    if (words.words != null) {
      TextFile file = terminal().text(words.words);
      chosen.addListed(file, words.listed(file), terminal());
    }
    chosen.removeZeros(vectors, terminal());
    return chosen;
  }

  private Report report(WordMap map) {
    List<Column> columns =
        List.of(
            Column.of("model"),
            Column.of("map"),
            Column.of("words"),
            Column.of("groups"),
            Column.of("method"));
    List<Object> row =
        List.of(
            model().toString(),
            picture.output.toString(),
            map.words().size(),
            map.groups(),
            drawing.method());
    return new Report(new Table("map", "", columns, List.of(row)));
  }
}
