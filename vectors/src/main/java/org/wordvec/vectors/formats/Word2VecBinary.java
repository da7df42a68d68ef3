package org.wordvec.vectors.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.wordvec.vectors.WordVectors;

/**
 * The binary format of the word2vec tool: a line {@code V D}, then for each word its bytes, a
 * space, D little-endian float32 values and a newline.
 */
public record Word2VecBinary() implements StreamedFormat {
  @Override
  public void writeTo(WordVectors vectors, OutputStream stream) throws IOException {
    TextWriter.writeHeader(vectors, stream);
    FloatWriter values = new FloatWriter(stream, vectors.dimensions());
    for (int row = 0; row < vectors.size(); row++) {
      stream.write(vectors.words().utf8(row));
      stream.write(' ');
      values.write(vectors.matrix().row(row));
      stream.write('\n');
    }
  }

  @Override
  public String description() {
    return "word2vec binary";
  }

  @Override
  public List<String> ownExtensions() {
    return List.of(".bin");
  }
}
