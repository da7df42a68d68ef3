package org.wordvec.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Text of the GloVe tool: a line {@code word v1 … vD} for each word, and no header. */
public record GloveText() implements VectorFormat {
  @Override
  public void write(WordVectors vectors, Path path) throws IOException {
    Writable.check(vectors, path);
    OutputFile.write(path, stream -> TextWriter.writeRows(vectors, stream));
  }

  @Override
  public String description() {
    return "GloVe text";
  }

  @Override
  public List<String> ownExtensions() {
    return List.of(".glove");
  }
}
