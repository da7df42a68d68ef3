package org.wordvec.deeplearning4j;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.deeplearning4j.models.embeddings.loader.VectorsConfiguration;
import org.wordvec.vectors.VectorFormatException;

/**
 * What a zip holds, looked at before Deeplearning4j unpacks it: that would take any size for true,
 * and a damaged zip for a file of some other kind.
 */
final class ZipContent {
  private static final String VECTORS = "syn0.txt";
  private static final String SETTINGS = "config.json";
  private static final String TRUSTED = "org.deeplearning4j.";

  /** Numbers as text shrink to a half or a third; a hundredth is no honest file. */
  private static final long LARGEST_RATIO = 100;

  private static final long SMALL = 1 << 20;

  private ZipContent() {}

  /**
   * Reads all entries through.
   *
   * @throws VectorFormatException if one is damaged or swells, or the vectors are not the table
   *     that their first line promises
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
      checkClasses(zip, path);
      checkVectors(zip, path);
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

  /** Refuses to let a file choose which classes are loaded and made: Deeplearning4j would. */
  private static void checkClasses(ZipFile zip, Path path) throws IOException {
    ZipEntry entry = zip.getEntry(SETTINGS);
    if (entry == null) {
      return;
    }
    VectorsConfiguration settings;
    try (InputStream stream = zip.getInputStream(entry)) {
      settings =
          VectorsConfiguration.fromJson(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (RuntimeException noJson) {
      throw new VectorFormatException(path, SETTINGS + " does not hold Deeplearning4j's settings");
    }
    for (String name :
        Arrays.asList(
            settings.getTokenizerFactory(),
            settings.getTokenPreProcessor(),
            settings.getModelUtils(),
            settings.getElementsLearningAlgorithm(),
            settings.getSequenceLearningAlgorithm())) {
      if (name != null && !name.isEmpty() && !name.startsWith(TRUSTED)) {
        throw new VectorFormatException(
            path,
            "%s names the class %s, which would be loaded; only %s* are"
                .formatted(SETTINGS, name, TRUSTED));
      }
    }
  }

  private static void checkVectors(ZipFile zip, Path path) throws IOException {
    ZipEntry entry = zip.getEntry(VECTORS);
    if (entry == null) {
      throw new VectorFormatException(path, "has no " + VECTORS);
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
      String header = lines.readLine();
      long[] shape = shape(header == null ? "" : header, path);
      long rows = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows++;
        long values = line.chars().filter(letter -> letter == ' ').count();
        if (values != shape[1]) {
          throw new VectorFormatException(
              path,
              "%s: line %d: a word and %d values were expected, found %d values"
                  .formatted(VECTORS, rows + 1, shape[1], values));
        }
      }
      if (rows != shape[0]) {
        throw new VectorFormatException(
            path, "%s has %d rows, its header says %d".formatted(VECTORS, rows, shape[0]));
      }
    }
  }

  private static long[] shape(String header, Path path) throws VectorFormatException {
    String[] fields = header.split(" ", -1);
    try {
      return new long[] {Integer.parseInt(fields[0]), Integer.parseInt(fields[1])};
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new VectorFormatException(
          path, VECTORS + ": line 1: the numbers of words and of dimensions were expected");
    }
  }
}
