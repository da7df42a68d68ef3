package org.wordvec.corpora.sources;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.wordvec.corpora.reading.Decompression;

/** How files are compressed that are written; {@link Decompression} reads these and others. */
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

  /** What a file's name ends in, with the dot. */
  public String extension() {
    return extension;
  }

  /** Its name, for people. */
  public String description() {
    return description;
  }

  /** A stream that compresses into another and closes it when it is closed. */
  public OutputStream pack(OutputStream target) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPOutputStream(target, BUFFER);
      case ZSTD -> new ZstdOutputStream(target).setChecksum(true);
    };
  }
}
