package org.wordvec.corpora;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where text comes from: files in a given order, standard input among them at most once.
 *
 * <p>Files compressed with gzip or Zstandard are recognised by their first bytes.
 */
public final class Corpus {
  private final List<Source> sources;

  private Corpus(List<Source> sources) {
    this.sources = List.copyOf(sources);
  }

  /** A file, or standard input where there is no path. */
  record Source(@Nullable Path path, @Nullable InputStream stream, long bytes) {
    String name() {
      return path == null ? "standard input" : path.toString();
    }

    InputStream open() throws IOException {
      return path == null ? java.util.Objects.requireNonNull(stream) : Files.newInputStream(path);
    }
  }

  /**
   * Files by name, folders by all that they hold, {@code -} for standard input.
   *
   * @throws CorpusException if something is missing or unreadable, {@code -} is given twice, or
   *     nothing is left
   */
  public static Corpus of(List<String> arguments, InputStream standardInput) throws IOException {
    List<Source> sources = new ArrayList<>();
    boolean standardInputTaken = false;
    for (String argument : arguments) {
      if (argument.equals("-")) {
        if (standardInputTaken) {
          throw new CorpusException("standard input (-) was given twice");
        }
        standardInputTaken = true;
        sources.add(new Source(null, standardInput, -1));
      } else {
        addPath(Path.of(argument), sources);
      }
    }
    if (sources.isEmpty()) {
      throw new CorpusException("no corpus files were given");
    }
    return new Corpus(sources);
  }

  /** Size of all files in bytes, or -1 if standard input is among them. */
  public long totalBytes() {
    long total = 0;
    for (Source source : sources) {
      if (source.bytes() < 0) {
        return -1;
      }
      total += source.bytes();
    }
    return total;
  }

  List<Source> sources() {
    return sources;
  }

  private static void addPath(Path path, List<Source> sources) throws IOException {
    if (!Files.exists(path)) {
      throw new CorpusException(path + ": no such file or folder");
    }
    if (!Files.isDirectory(path)) {
      addFile(path, sources);
      return;
    }
    int before = sources.size();
    try (Stream<Path> tree = Files.walk(path)) {
      List<Path> files = tree.filter(file -> !Files.isDirectory(file)).sorted().toList();
      for (Path file : files) {
        addFile(file, sources);
      }
    } catch (java.io.UncheckedIOException e) {
      throw new CorpusException(path + ": cannot be listed: " + e.getMessage(), e);
    }
    if (sources.size() == before) {
      throw new CorpusException(path + ": the folder holds no files");
    }
  }

  private static void addFile(Path file, List<Source> sources) throws IOException {
    if (!Files.isReadable(file)) {
      throw new CorpusException(file + ": not readable, check its permissions");
    }
    sources.add(new Source(file, null, Files.isRegularFile(file) ? Files.size(file) : 0));
  }
}
