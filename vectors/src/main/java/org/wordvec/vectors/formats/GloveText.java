package org.wordvec.vectors.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.wordvec.vectors.WordVectors;

/**
 * The text format of the GloVe tool: a line {@code word v1 … vD} for each word, without a header.
 */
public record GloveText() implements StreamedFormat {
  @Override
  public void writeTo(WordVectors vectors, OutputStream stream) throws IOException {
    TextWriter.writeRows(vectors, stream);
  }

  @Override
  public int bytesPerValue() {
    return TextWriter.BYTES_PER_VALUE;
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
