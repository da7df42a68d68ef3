package org.wordvec.vectors.formats;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.wordvec.corpora.sources.Compression;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.output.OutputFile;

/** A streamed format with compression, such as {@code NAME.txt.gz}. */
public record CompressedFormat(StreamedFormat format, Compression compression)
    implements VectorFormat {
  private static final int BUFFER = 1 << 16;

  @Override
  public void write(WordVectors vectors, Path path) throws IOException {
    Writable.check(vectors, path);
    OutputFile.write(
        path,
        stream -> {
          try (OutputStream packed =
              new BufferedOutputStream(compression.pack(new LeftOpen(stream)), BUFFER)) {
            format.writeTo(vectors, packed);
          }
          vectors.requireUnchanged();
        });
  }

  /** Returns that of the format: an upper bound, as digits pack by half. */
  @Override
  public int bytesPerValue() {
    return format.bytesPerValue();
  }

  @Override
  public String description() {
    return format.description() + ", " + compression.description();
  }

  @Override
  public List<String> ownExtensions() {
    return format.ownExtensions().stream().map(own -> own + compression.extension()).toList();
  }

  /** Keeps the file open after compression ends, as it must still be forced to the disk. */
  private static final class LeftOpen extends FilterOutputStream {
    LeftOpen(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
