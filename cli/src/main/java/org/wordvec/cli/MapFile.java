package org.wordvec.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.wordvec.pictures.MapFrame;
import org.wordvec.pictures.MapHtml;
import org.wordvec.pictures.MapPng;
import org.wordvec.pictures.MapSvg;
import org.wordvec.pictures.WordMap;
import org.wordvec.pictures.WordMap.MapWord;
import org.wordvec.vectors.Neighbor;
import org.wordvec.vectors.OutputFile;

/** What a map is written as. */
enum MapFile {
  HTML,
  SVG,
  PNG,
  CSV,
  TSV;

  /**
   * Chooses by a file's extension.
   *
   * @throws IllegalArgumentException if it is none that maps are written as
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
              path + ": a map is written as .html, .svg, .png, .csv or .tsv");
    };
  }

  /**
   * Writes a map.
   *
   * @param nearest finds the nearest of all words of the model for each of some words
   */
  void write(WordMap map, String title, MapFrame frame, Nearest nearest, Path path)
      throws IOException {
    OutputFile.write(path, content(map, title, frame, nearest));
  }

  /** Searches a model for the neighbours of words. */
  @FunctionalInterface
  interface Nearest extends Function<List<String>, List<List<Neighbor>>> {}

  private OutputFile.Content content(WordMap map, String title, MapFrame frame, Nearest nearest)
      throws IOException {
    return switch (this) {
      case HTML -> new MapHtml(map, nearest.apply(words(map)), title)::writeTo;
      case SVG -> new MapSvg(map, frame, title)::writeTo;
      case PNG -> new MapPng(map, frame)::writeTo;
      case CSV -> stream -> coordinates(map, CSVFormat.DEFAULT, stream);
      case TSV -> stream -> coordinates(map, CSVFormat.TDF, stream);
    };
  }

  private static List<String> words(WordMap map) {
    return map.words().stream().map(MapWord::word).toList();
  }

  private static void coordinates(WordMap map, CSVFormat dialect, OutputStream stream)
      throws IOException {
    CSVFormat format = dialect.builder().setRecordSeparator('\n').get();
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    format.printRecord(writer, "word", "x", "y", "group");
    for (MapWord word : map.words()) {
      Object group = word.group() < 0 ? "" : word.group() + 1;
      format.printRecord(writer, word.word(), word.x(), word.y(), group);
    }
    writer.flush();
  }
}
