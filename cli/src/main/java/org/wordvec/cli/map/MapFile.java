package org.wordvec.cli.map;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.wordvec.cli.output.DelimitedText;
import org.wordvec.pictures.MapFrame;
import org.wordvec.pictures.MapHtml;
import org.wordvec.pictures.MapPng;
import org.wordvec.pictures.MapSvg;
import org.wordvec.pictures.WordMap;
import org.wordvec.pictures.WordMap.MapWord;
import org.wordvec.vectors.output.OutputFile;
import org.wordvec.vectors.search.Neighbor;

/** File formats of maps. */
enum MapFile {
  HTML,
  SVG,
  PNG,
  CSV,
  TSV;

  /**
   * Returns the format for a file's extension.
   *
   * @throws IllegalArgumentException if the extension is not supported
   */
  static MapFile of(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html", "htm" -> HTML;
      case "svg" -> SVG;
      case "png" -> PNG;
      case "csv" -> CSV;
      case "tsv" -> TSV;
      default ->
          throw new IllegalArgumentException(
              path + ": the extension of a map must be .html, .svg, .png, .csv or .tsv");
    };
  }

  /**
   * Writes a map.
   *
   * @param spreadsheetSafe whether words are written so that spreadsheets do not run them as
   *     formulas
   */
  void write(Drawn drawn, MapFrame frame, boolean spreadsheetSafe, Path path) throws IOException {
    OutputFile.write(path, content(drawn, frame, spreadsheetSafe));
  }

  /**
   * A map and the words of the model that it shows.
   *
   * @param words that the map shows
   * @param nearest finds the nearest neighbours of rows among all words of the model
   */
  record Drawn(
      WordMap map, String title, MapWords words, Function<int[], List<List<Neighbor>>> nearest) {}

  private OutputFile.Content content(Drawn drawn, MapFrame frame, boolean spreadsheetSafe)
      throws IOException {
    WordMap map = drawn.map;
    return switch (this) {
      case HTML ->
          new MapHtml(map, drawn.words.ids(), drawn.nearest.apply(drawn.words.ids()), drawn.title)
              ::writeTo;
      case SVG -> new MapSvg(map, frame, drawn.title)::writeTo;
      case PNG -> new MapPng(map, frame)::writeTo;
      case CSV -> coordinates(map, new DelimitedText(CSVFormat.DEFAULT, spreadsheetSafe));
      case TSV -> coordinates(map, new DelimitedText(CSVFormat.TDF, spreadsheetSafe));
    };
  }

  private static OutputFile.Content coordinates(WordMap map, DelimitedText dialect)
      throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("word", "x", "y", "group"));
    for (MapWord word : map.words()) {
      Object group = word.group() < 0 ? "" : word.group() + 1;
      rows.add(List.of(word.word(), word.x(), word.y(), group));
    }
    byte[] text = dialect.rows(rows).getBytes(StandardCharsets.UTF_8);
    return stream -> stream.write(text);
  }
}
