package org.wordvec.library;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** How much disk space there is, and sizes for people. */
public final class SystemResources {
  private SystemResources() {}

  /** Bytes that may still be written where a file will be. */
  public static long disk(Path file) throws IOException {
    return store(file).getUsableSpace();
  }

  /** Returns the disk on which a file will be, named by its nearest folder that exists. */
  public static FileStore store(Path file) throws IOException {
    Path at = file.toAbsolutePath();
    while (!Files.exists(at)) {
      at = Objects.requireNonNull(at.getParent());
    }
    return Files.getFileStore(at);
  }

  /** 950 kB, 12.3 MB or 1.21 GB, in powers of 1000. */
  public static String size(long bytes) {
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%d kB", Math.round(bytes / 1e3));
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }
}
