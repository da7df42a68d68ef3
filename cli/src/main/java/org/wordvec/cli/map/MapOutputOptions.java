package org.wordvec.cli.map;

import java.nio.file.Path;
import org.wordvec.pictures.MapFrame;
import picocli.CommandLine.Option;

/** Options for the file and size of a map. */
final class MapOutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description =
          "Write the map to this file: NAME.html is a page with zoom and word search, NAME.svg and"
              + " NAME.png are images, NAME.csv and NAME.tsv are coordinates (required).")
  Path output = Path.of("");

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      defaultValue = "1200",
      description = "Width of the image (default: ${DEFAULT-VALUE} pixels).")
  private int width;

  @Option(
      names = "--height",
      paramLabel = "PIXELS",
      defaultValue = "900",
      description = "Height of the image (default: ${DEFAULT-VALUE} pixels).")
  private int height;

  MapFrame frame() {
    return new MapFrame(width, height);
  }
}
