package org.wordvec.library;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.vectors.formats.VectorFormat;

/** The layouts of files that hold a vector for each word: ours, and those of the bridge. */
public final class Formats {
  private static final String BRIDGED = ".zip";

  private Formats() {}

  /**
   * Returns the format that a file name asks for; an {@code IllegalArgumentException} if it is
   * none.
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

  /** Reads a zip with all of its rows, those of words that an earlier row has as well. */
  public static VectorFormat.Opened openWhole(Path path, Arena arena) throws IOException {
    return Bridge.zip().openWhole(path, arena);
  }

  /** Reads a file, and tells which format its content has. */
  static VectorFormat.Opened open(Path path, Arena arena) throws IOException {
    if (Bridge.recognises(path)) {
      return Bridge.zip().open(path, arena);
    }
    return VectorFormat.detect(path, arena);
  }
}
