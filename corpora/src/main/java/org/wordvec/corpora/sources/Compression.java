package org.wordvec.corpora.sources;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.wordvec.corpora.reading.Decompression;

/** Compression formats for output; {@link Decompression} reads these and others. */
public enum Compression {
  /** RFC 1952. */
  GZIP(".gz", "gzip"),
  /** RFC 8878, with a checksum. */
  ZSTD(".zst", "zstd");

  private static final int BUFFER = 1 << 16;

  private final String extension;
  private final String description;

  Compression(String extension, String description) {
    this.extension = extension;
    this.description = description;
  }

  /** Returns the file name extension, including the dot. */
  public String extension() {
    return extension;
  }

  /** Returns the name of the format, for messages. */
  public String description() {
    return description;
  }

  /** Returns a stream that writes compressed bytes to another one, which is closed with it. */
  public OutputStream pack(OutputStream target) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPOutputStream(target, BUFFER);
      case ZSTD -> new ZstdOutputStream(target).setChecksum(true);
    };
  }
}
