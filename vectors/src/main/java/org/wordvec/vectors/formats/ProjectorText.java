package org.wordvec.vectors.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.output.OutputFile;

/**
 * The two files that TensorBoard's embedding projector loads: {@code NAME.tsv} with a line of
 * tab-separated values for each word, and beside it {@code NAME.metadata.tsv} with one word per
 * line. Neither has a header: the projector expects one only for several columns.
 */
public record ProjectorText() implements VectorFormat {
  @Override
  public void write(WordVectors vectors, Path path) throws IOException {
    Writable.check(vectors, path, Writable.ON_A_LINE + "\t");
    List<Path> files = files(path);
    OutputFile.write(
        Map.of(
            files.get(0),
            stream -> {
              TextWriter.writeValues(vectors, stream);
              vectors.requireUnchanged();
            },
            files.get(1),
            stream -> VocabularyFile.write(vectors.words(), stream)));
  }

  @Override
  public int bytesPerValue() {
    return TextWriter.BYTES_PER_VALUE;
  }

  @Override
  public String description() {
    return "TensorBoard projector";
  }

  @Override
  public List<String> ownExtensions() {
    return List.of(".tsv");
  }

  @Override
  public List<Path> files(Path path) {
    return List.of(path, VocabularyFile.beside(path, ".metadata.tsv"));
  }
}
