package org.wordvec.vectors.formats;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.wordvec.vectors.VectorFormatException;

/** Opens zip archives of vectors, or explains why one cannot be read. */
final class ZipArchives {
  private ZipArchives() {}

  /**
   * Opens an archive that a plug-in can read; otherwise throws an exception that names its kind and
   * a remedy.
   */
  static VectorFormat.Opened open(Path path, Arena arena) throws IOException {
    List<ZipEntry> entries = entries(path);
    // Arrays of words beside them are smaller.
    Optional<ZipEntry> array =
        entries.stream()
            .filter(entry -> entry.getName().endsWith(".npy"))
            .max(Comparator.comparingLong(ZipEntry::getSize));
    if (array.isPresent()) {
      String name = array.get().getName();
      throw new VectorFormatException(
          path,
          "is an .npz archive of several arrays; save the vectors alone:"
              + " numpy.save(\"vectors.npy\", archive[\""
              + name.substring(0, name.length() - 4)
              + "\"])");
    }
    if (hasEntry(entries, ".pkl")) {
      throw new VectorFormatException(
          path,
          "is a pickle of PyTorch; to read one is to run the code in it, so export the vectors with"
              + " safetensors.torch.save_file");
    }
    if (hasEntry(entries, ".weights.h5")) {
      throw new VectorFormatException(
          path,
          "is a Keras model, which is not read; save its embeddings:"
              + " numpy.save(\"vectors.npy\", layer.get_weights()[0])");
    }
    throw new VectorFormatException(
        path, "is a zip archive; if it holds a file of vectors, unpack it first");
  }

  private static boolean hasEntry(List<ZipEntry> entries, String extension) {
    return entries.stream().anyMatch(entry -> entry.getName().endsWith(extension));
  }

  private static List<ZipEntry> entries(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return List.copyOf(Collections.list(zip.entries()));
    } catch (ZipException | EOFException | IllegalArgumentException damaged) {
      throw new VectorFormatException(path, "is a zip archive, and damaged");
    }
  }
}
