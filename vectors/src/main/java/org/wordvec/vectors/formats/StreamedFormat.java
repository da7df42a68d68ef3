package org.wordvec.vectors.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.output.OutputFile;

/** A format that is written row by row, so that it can be compressed while it is written. */
public sealed interface StreamedFormat extends VectorFormat
    permits Word2VecText, Word2VecBinary, GloveText {
  /** Writes vectors that have been checked. The caller buffers, flushes and closes the stream. */
  void writeTo(WordVectors vectors, OutputStream stream) throws IOException;

  @Override
  default void write(WordVectors vectors, Path path) throws IOException {
    Writable.check(vectors, path);
    OutputFile.write(
        path,
        stream -> {
          writeTo(vectors, stream);
          vectors.requireUnchanged();
        });
  }
}
