package org.wordvec.corpora.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.wordvec.corpora.reading.InputFile;
import org.wordvec.corpora.reading.TextEncoding;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.text.CorpusException;

/**
 * The sources of a text: files in a given order, and standard input at most once.
 *
 * <p>Compression with gzip, bzip2, xz or Zstandard is detected by the first bytes.
 */
public final class Corpus {
  private final List<Source> sources;

  private final Reading reading;

  private Corpus(List<Source> sources, Reading reading) {
    this.sources = List.copyOf(sources);
    this.reading = reading;
  }

  /**
   * How the sources are read.
   *
   * @param format format of the content
   * @param encoding character encoding
   */
  public record Reading(SourceFormat format, TextEncoding encoding) {
    /** UTF-8 text with one sentence per line. */
    public static final Reading PLAIN = new Reading(SourceFormat.PLAIN, TextEncoding.UTF_8);
  }

  /** Opens a source from its beginning. */
  @FunctionalInterface
  public interface Opening {
    /** Opens the bytes; the caller closes the stream. */
    InputStream open() throws IOException;
  }

  /**
   * A source of text.
   *
   * @param name name in messages
   * @param offset offset of the bytes in the named file, for messages; evaluated after opening
   * @param bytes number of bytes; 0 if unknown, -1 if the total is then unknown too, as for
   *     standard input
   * @param opening opens the bytes
   */
  public record Source(String name, LongSupplier offset, long bytes, Opening opening) {}

  /** Creates a corpus of sources other than local files. */
  public static Corpus of(List<Source> sources, Reading reading) {
    return new Corpus(sources, reading);
  }

  /** Creates a corpus of plain UTF-8 text as {@link #of(List, InputStream, Reading)} does. */
  public static Corpus of(List<String> arguments, InputStream standardInput) throws IOException {
    return of(arguments, standardInput, Reading.PLAIN);
  }

  /**
   * Creates a corpus of files, patterns such as {@code texts/*.txt}, folders with all files in them
   * that are not hidden, and {@code -} for standard input.
   *
   * @throws CorpusException if a file is missing or unreadable, {@code -} is given twice, or no
   *     file remains
   */
  public static Corpus of(List<String> arguments, InputStream standardInput, Reading reading)
      throws IOException {
    List<Source> sources = new ArrayList<>();
    boolean standardInputTaken = false;
    for (String argument : arguments) {
      if (argument.isBlank()) {
        throw new CorpusException(
            "a corpus file has an empty name; is a variable not set? . is the current folder");
      }
      if (argument.equals(TextFile.STANDARD_INPUT)) {
        if (standardInputTaken) {
          throw new CorpusException("standard input (-) was given twice");
        }
        standardInputTaken = true;
        sources.add(new Source("standard input", () -> 0, -1, () -> standardInput));
      } else {
        for (Path path : Globs.expand(argument)) {
          addPath(path, sources);
        }
      }
    }
    if (sources.isEmpty()) {
      throw new CorpusException("no corpus files were given");
    }
    return new Corpus(sources, reading);
  }

  /** Returns the size of all files in bytes, or -1 if standard input is among them. */
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

  /** Returns how the sources are read. */
  public Reading reading() {
    return reading;
  }

  /** Returns the sources in reading order. */
  public List<Source> sources() {
    return sources;
  }

  private static void addPath(Path path, List<Source> sources) throws IOException {
    FolderFiles.requireTarget(path);
    if (!Files.isDirectory(path)) {
      addFile(path, sources);
      return;
    }
    List<Path> files = FolderFiles.below(path, Integer.MAX_VALUE);
    if (files.isEmpty()) {
      throw new CorpusException(path + ": the folder holds no files; hidden ones do not count");
    }
    for (Path file : files) {
      addFile(file, sources);
    }
  }

  private static void addFile(Path file, List<Source> sources) throws IOException {
    if (!Files.isReadable(file)) {
      throw new CorpusException(file + ": not readable, check its permissions");
    }
    long bytes = Files.isRegularFile(file) ? Files.size(file) : 0;
    sources.add(new Source(file.toString(), () -> 0, bytes, () -> InputFile.open(file)));
  }
}
