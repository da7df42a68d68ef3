package org.wordvec.library;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.vectors.formats.VectorFormat;

/** Finds formats of vector files, including those of the Deeplearning4j extension. */
public final class Formats {
  private static final String BRIDGED = ".zip";

  private Formats() {}

  /**
   * Returns the format for a file's extension.
   *
   * @throws IllegalArgumentException if the extension is unknown
   */
  public static VectorFormat forOutput(Path path) throws IOException {
    if (path.toString().toLowerCase(Locale.ROOT).endsWith(BRIDGED)) {
      return Bridge.zip();
    }
    try {
      return VectorFormat.forOutput(path);
    } catch (IllegalArgumentException e) {
      List<String> extensions = new ArrayList<>(VectorFormat.extensions());
      extensions.add(BRIDGED);
      throw VectorFormat.unknownExtension(path, extensions);
    }
  }

  /** Opens a zip file with all of its rows, including rows of repeated words. */
  public static VectorFormat.Opened openWhole(Path path, Arena arena) throws IOException {
    return Bridge.zip().openWhole(path, arena);
  }

  /** Opens a file; the format is detected from its content. */
  static VectorFormat.Opened open(Path path, Arena arena) throws IOException {
    if (Bridge.recognises(path)) {
      return Bridge.zip().open(path, arena);
    }
    return VectorFormat.detect(path, arena);
  }
}
