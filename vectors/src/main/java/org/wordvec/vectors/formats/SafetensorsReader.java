package org.wordvec.vectors.formats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.FloatRows;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.MappedBytes;

/**
 * Opens safetensors files: the tensor {@code vectors}, or else the only two-dimensional one, and
 * the words in a tensor {@code words} or in a file beside it.
 */
final class SafetensorsReader {
  private SafetensorsReader() {}

  static VectorFormat.Opened read(MappedBytes in, @Nullable Path vocabulary, Arena arena)
      throws IOException {
    TensorFile file = TensorFile.open(in);
    FloatRows values = file.rows(vectors(file), arena);
    WordList words =
        vocabulary == null && file.has(Safetensors.WORDS)
            ? file.words(Safetensors.WORDS, values.rows())
            : VocabularyFile.find(file.path(), vocabulary).read(values.rows());
    return new VectorFormat.Opened(new Safetensors(), new WordVectors(words, values));
  }

  private static String vectors(TensorFile file) throws VectorFormatException {
    List<String> tables = file.tables();
    if (tables.contains(Safetensors.VECTORS)) {
      return Safetensors.VECTORS;
    }
    if (tables.size() != 1) {
      throw new VectorFormatException(
          file.path(),
          String.format(
              Locale.ROOT,
              "expected a tensor \"%s\" or a single two-dimensional one, found %d",
              Safetensors.VECTORS,
              tables.size()));
    }
    return tables.getFirst();
  }
}
