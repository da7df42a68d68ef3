package org.wordvec.vectors;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The kinds of zip archive that vectors come in: the one place to ask who can read one. */
final class ZipArchives {
  private ZipArchives() {}

  /** Opens an archive, or says what it is and what to do with it. */
  static VectorFormat.Opened open(Path path, Arena arena) throws IOException {
    String first = firstEntry(path);
    if (first.endsWith(".npy")) {
      throw new VectorFormatException(
          path,
          "is an .npz archive of several arrays; save the vectors alone:"
              + " numpy.save(\"vectors.npy\", archive[\""
              + first.substring(0, first.length() - 4)
              + "\"])");
    }
    if (first.endsWith(".pkl")) {
      throw new VectorFormatException(
          path,
          "is a pickle of PyTorch; to read one is to run the code in it, so export the vectors with"
              + " safetensors.torch.save_file");
    }
    throw new VectorFormatException(
        path, "is a zip archive; if it holds a file of vectors, unpack it first");
  }

  private static String firstEntry(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path);
        ZipInputStream zip = new ZipInputStream(file)) {
      ZipEntry entry = zip.getNextEntry();
      return entry == null ? "" : entry.getName();
    } catch (ZipException | EOFException | IllegalArgumentException damaged) {
      throw new VectorFormatException(path, "is a zip archive, and damaged");
    }
  }
}
