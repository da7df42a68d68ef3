package org.wordvec.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.VectorFormat;

/** A few vectors whose dimensions are royalty, humanity, gender and youth. */
public final class TinyModel {
  private static final Map<String, float[]> VECTORS = new LinkedHashMap<>();

  static {
    VECTORS.put("man", new float[] {0.1f, 1, 0, 0.1f});
    VECTORS.put("woman", new float[] {0.1f, 1, 1, 0.1f});
    VECTORS.put("king", new float[] {1, 1, 0, 0.1f});
    VECTORS.put("queen", new float[] {1, 1, 1, 0.1f});
    VECTORS.put("prince", new float[] {1, 1, 0, 1});
    VECTORS.put("princess", new float[] {1, 1, 1, 1});
    VECTORS.put("東京", new float[] {0.2f, 0.1f, 0, -1});
    VECTORS.put("ice,cream", new float[] {0.5f, 0, -1, 0.2f});
  }

  private TinyModel() {}

  public static int size() {
    return VECTORS.size();
  }

  /** Writes the model in the format of the file's extension. */
  public static Path write(Path file) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      List<String> words = new ArrayList<>(VECTORS.keySet());
      Matrix matrix = Matrix.allocate(arena, words.size(), 4);
      for (int i = 0; i < words.size(); i++) {
        matrix.setRow(i, VECTORS.get(words.get(i)));
      }
      VectorFormat.forOutput(file).write(new WordVectors(WordList.of(words), matrix), file);
    }
    return file;
  }
}
