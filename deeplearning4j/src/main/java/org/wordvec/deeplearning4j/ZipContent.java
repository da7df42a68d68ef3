package org.wordvec.deeplearning4j;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.formats.ForeignFormat;
import org.wordvec.vectors.formats.VectorFormat;

/**
 * Checks a whole zip before its vectors are read, since the sizes in a zip cannot be trusted and
 * damage anywhere must be reported.
 */
final class ZipContent {
  private static final String VECTORS = "syn0.txt";

  /** Numbers as text compress to a half or a third; a hundredth is a zip bomb. */
  private static final long LARGEST_RATIO = 100;

  private static final long SMALL = 1 << 20;

  private ZipContent() {}

  /**
   * Decompresses all entries.
   *
   * @throws VectorFormatException if one is damaged or unpacks to far more than the zip
   */
  static void check(Path path) throws IOException {
    long limit = SMALL + LARGEST_RATIO * Files.size(path);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      Set<String> names = new HashSet<>();
      for (ZipEntry entry : List.copyOf(zip.stream().toList())) {
        if (!names.add(entry.getName())) {
          throw new VectorFormatException(path, "has two entries named " + entry.getName());
        }
        limit -= read(zip, entry, path, limit);
      }
    } catch (ZipException | EOFException | UncheckedIOException e) {
      throw damaged(path, e);
    }
  }

  private static VectorFormatException damaged(Path path, Exception e) {
    String reason = e.getMessage() == null ? "an entry is cut off" : e.getMessage();
    return new VectorFormatException(path, "is a damaged zip: " + reason);
  }

  private static long read(ZipFile zip, ZipEntry entry, Path path, long limit) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream stream = zip.getInputStream(entry)) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        size += count;
        if (size > limit) {
          throw new VectorFormatException(
              path, entry.getName() + " unpacks to more than " + LARGEST_RATIO + " times the zip");
        }
      }
    }
    return size;
  }

  /**
   * Reads the table of vectors. Not by Deeplearning4j, which would load the classes that the
   * settings name, and cannot read words with spaces as older versions wrote them.
   */
  static VectorFormat.Opened vectors(Path path, VectorFormat format, Arena arena)
      throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = zip.getEntry(VECTORS);
      if (entry == null) {
        throw new VectorFormatException(path, "has no " + VECTORS);
      }
      return ForeignFormat.readTable(path, () -> zip.getInputStream(entry), format, arena);
    } catch (ZipException e) {
      throw damaged(path, e);
    }
  }
}
