package org.wordvec.vectors.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.wordvec.vectors.WordVectors;

/**
 * The text format of the word2vec and fastText tools: a line {@code V D}, then a line {@code word
 * v1 … vD} for each word.
 */
public record Word2VecText() implements StreamedFormat {
  @Override
  public void writeTo(WordVectors vectors, OutputStream stream) throws IOException {
    TextWriter.writeHeader(vectors, stream);
    TextWriter.writeRows(vectors, stream);
  }

  @Override
  public int bytesPerValue() {
    return TextWriter.BYTES_PER_VALUE;
  }

  @Override
  public String description() {
    return "word2vec text";
  }

  @Override
  public List<String> ownExtensions() {
    return List.of(".txt", ".vec");
  }
}
