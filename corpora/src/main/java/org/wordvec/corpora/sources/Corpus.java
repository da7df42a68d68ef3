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
 * Where text comes from: files in a given order, standard input among them at most once.
 *
 * <p>What is compressed with gzip, bzip2, xz or Zstandard is recognised by its first bytes.
 */
public final class Corpus {
  private final List<Source> sources;

  private final Reading reading;

  private Corpus(List<Source> sources, Reading reading) {
    this.sources = List.copyOf(sources);
    this.reading = reading;
  }

  /**
   * How the files are read.
   *
   * @param format what they hold
   * @param encoding how its characters are bytes
   */
  public record Reading(SourceFormat format, TextEncoding encoding) {
    /** UTF-8 text, a sentence a line. */
    public static final Reading PLAIN = new Reading(SourceFormat.PLAIN, TextEncoding.UTF_8);
  }

  /** Opens a text from its beginning. */
  @FunctionalInterface
  public interface Opening {
    /** The bytes, whoever closes them. */
    InputStream open() throws IOException;
  }

  /**
   * Something that text is read from.
   *
   * @param name for messages
   * @param offset in what has that name, for messages: where these bytes begin; asked for once they
   *     are opened
   * @param bytes how many there are, as far as is known; 0 if not
   * @param opening gives them
   */
  public record Source(String name, LongSupplier offset, long bytes, Opening opening) {}

  /** Texts from other places than files of this machine, in this order. */
  public static Corpus of(List<Source> sources, Reading reading) {
    return new Corpus(sources, reading);
  }

  /** Text in UTF-8, from the sources that {@link #of(List, InputStream, Reading)} finds. */
  public static Corpus of(List<String> arguments, InputStream standardInput) throws IOException {
    return of(arguments, standardInput, Reading.PLAIN);
  }

  /**
   * Files by name or by a pattern such as {@code texts/*.txt}, folders by all that they hold but
   * what is hidden, {@code -} for standard input.
   *
   * @throws CorpusException if something is missing or unreadable, {@code -} is given twice, or
   *     nothing is left
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

  /** How the files are read. */
  public Reading reading() {
    return reading;
  }

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
