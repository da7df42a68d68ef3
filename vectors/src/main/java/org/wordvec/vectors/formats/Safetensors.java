package org.wordvec.vectors.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.wordvec.vectors.WordVectors;

/**
 * The safetensors format with two tensors: {@code vectors}, float32 {@code [words, dimensions]},
 * and {@code words}, bytes: the words in UTF-8, with a newline after each.
 *
 * <p>The words are a tensor instead of metadata, as every program reads the header as a whole and
 * limits it to 100 MB, and instead of a second file, which could get lost. In Python they are
 * {@code bytes(tensors["words"]).decode().split("\n")[:-1]}.
 */
public record Safetensors() implements VectorFormat {
  static final String VECTORS = "vectors";
  static final String WORDS = "words";

  @Override
  public void write(WordVectors vectors, Path path) throws IOException {
    Writable.check(vectors, path, Writable.ON_A_LINE);
    TensorFile.write(
        path,
        Map.of(),
        List.of(
            new TensorFile.Tensor(
                VECTORS,
                "F32",
                List.of((long) vectors.size(), (long) vectors.dimensions()),
                stream -> {
                  FloatWriter.writeAll(vectors, stream);
                  vectors.requireUnchanged();
                }),
            TensorFile.words(WORDS, vectors.words())));
  }

  @Override
  public String description() {
    return "safetensors";
  }

  @Override
  public List<String> ownExtensions() {
    return List.of(".safetensors");
  }
}
