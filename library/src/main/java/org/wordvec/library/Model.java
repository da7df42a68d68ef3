package org.wordvec.library;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.FileStamp;
import org.wordvec.corpora.words.WordList;
import org.wordvec.fasttext.FastTextModel;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.files.SenseFile;
import org.wordvec.vectors.OutOfVocabularyVectors;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.VectorFormat;
import org.wordvec.vectors.search.Analogy;
import org.wordvec.vectors.search.AnalogyMethod;
import org.wordvec.vectors.search.Expression;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;

/**
 * An open model file: vectors of the words in the vocabulary, and of out-of-vocabulary words if it
 * has subwords.
 *
 * <p>Thread-safe until it is closed; afterwards its vectors must not be read. {@link Models} opens
 * a model.
 */
public sealed interface Model extends AutoCloseable {
  /** Returns the name of the file's format, for display. */
  String format();

  /** Returns the words of the vocabulary. */
  WordList words();

  /** Returns the number of dimensions. */
  int dimensions();

  /** Returns the vectors of all words of the vocabulary. */
  WordVectors vectors();

  /** Returns whether vectors are read from a memory-mapped file on demand. */
  boolean isMapped();

  /** Returns size and times of the file when it was opened. */
  FileStamp stamp();

  /**
   * Runs a read operation and checks that the file did not change meanwhile.
   *
   * @throws IOException if the file was truncated or overwritten since it was opened
   */
  default <T> T unchanged(FileStamp.Reading<T> reading) throws IOException {
    return isMapped() ? stamp().guard(reading) : reading.read();
  }

  /**
   * Runs a read operation; if it fails since the file has changed, the exception names the file.
   */
  default <T> T explained(FileStamp.Reading<T> reading) throws IOException {
    return isMapped() ? stamp().explain(reading) : reading.read();
  }

  /** Returns notes about skipped parts of the file and possible problems, for display. */
  default List<String> notes() {
    return List.of();
  }

  /** Returns whether out-of-vocabulary words have vectors. */
  boolean hasSubwords();

  /** Returns the vectors of out-of-vocabulary words. */
  OutOfVocabularyVectors unseen();

  /** Returns the vector of a word, in the vocabulary or not; empty if it has none. */
  default Optional<float[]> vector(String word) {
    return unseen().vector(word);
  }

  /** Returns the search over all words, which is made for the first query and kept. */
  Neighbors neighbors();

  /**
   * Returns the nearest neighbours of a word by cosine, the nearest first.
   *
   * @param count maximum number of results
   * @throws org.wordvec.vectors.UnknownWordException if the word has no vector
   * @throws IOException if the file was truncated or overwritten since it was opened
   */
  default List<Neighbor> nearest(String word, int count) throws IOException {
    return unchanged(() -> neighbors().nearest(word, count));
  }

  /**
   * Returns the words nearest to a sum of words, such as {@code king - man + woman}, without the
   * words of the sum.
   *
   * @param count maximum number of results
   * @throws IllegalArgumentException if the expression cannot be parsed
   * @throws org.wordvec.vectors.UnknownWordException if a word has no vector
   * @throws IOException if the file was truncated or overwritten since it was opened
   */
  default List<Neighbor> analogy(String expression, int count) throws IOException {
    Expression parsed = Expression.parse(expression);
    return unchanged(() -> new Analogy(neighbors(), AnalogyMethod.COS_ADD).evaluate(parsed, count));
  }

  /**
   * Returns the cosine of two words' vectors, from -1 to 1.
   *
   * @throws org.wordvec.vectors.UnknownWordException if a word has no vector
   * @throws IOException if the file was truncated or overwritten since it was opened
   */
  default double similarity(String one, String other) throws IOException {
    return unchanged(() -> neighbors().similarity(one, other));
  }

  /**
   * Returns the senses of the words, if their file is beside that of the vectors; it is read at the
   * first call and kept.
   *
   * @throws IOException if the file cannot be read, is damaged or belongs to other vectors
   */
  default Optional<SenseInventory> senses() throws IOException {
    return Optional.empty();
  }

  /** Frees the memory and unmaps the file, unless the caller's arena owns them. */
  @Override
  void close();

  /** Returns whether a word is out of the vocabulary and its vector is composed of n-grams. */
  default boolean composes(String word) {
    return hasSubwords() && words().indexOf(word) < 0;
  }

  /** Returns the distinct words whose vectors are composed of n-grams. */
  default List<String> composed(List<String> words) {
    return words.stream().filter(this::composes).distinct().toList();
  }

  /** A model with one vector for each word. */
  final class OfWords implements Model {
    private final VectorFormat.Opened opened;
    private final Path path;
    private final Arena arena;
    private final FileStamp stamp;
    private final Release release;
    private @Nullable Neighbors neighbors;
    private @Nullable SenseInventory senses;

    OfWords(VectorFormat.Opened opened, Path path, Arena arena, FileStamp stamp, Runnable release) {
      this.opened = opened;
      this.path = path;
      this.arena = arena;
      this.stamp = stamp;
      this.release = new Release(release);
    }

    @Override
    public synchronized Neighbors neighbors() {
      if (neighbors == null) {
        neighbors = new Neighbors(vectors(), unseen());
      }
      return neighbors;
    }

    @Override
    public synchronized Optional<SenseInventory> senses() throws IOException {
      Path beside = SenseFile.beside(path);
      if (senses == null && Files.exists(beside)) {
        senses = SenseFile.open(beside, vectors(), arena);
      }
      return Optional.ofNullable(senses);
    }

    @Override
    public FileStamp stamp() {
      return stamp;
    }

    @Override
    public void close() {
      release.run();
    }

    @Override
    public String format() {
      return opened.format().description();
    }

    @Override
    public WordList words() {
      return opened.vectors().words();
    }

    @Override
    public int dimensions() {
      return opened.vectors().dimensions();
    }

    @Override
    public WordVectors vectors() {
      return opened.vectors();
    }

    @Override
    public boolean isMapped() {
      return opened.vectors().isMapped();
    }

    @Override
    public List<String> notes() {
      return opened.notes();
    }

    @Override
    public boolean hasSubwords() {
      return false;
    }

    @Override
    public OutOfVocabularyVectors unseen() {
      return OutOfVocabularyVectors.NONE;
    }

    @Override
    public Optional<float[]> vector(String word) {
      return opened.vectors().vector(word);
    }
  }

  /** A FastText model; the vectors of all words are composed when they are first requested. */
  final class OfSubwords implements Model {
    /** The name of the format, for display. */
    public static final String FORMAT = "fastText binary";

    private final FastTextModel model;
    private final Arena arena;
    private final FileStamp stamp;
    private final Release release;
    private @Nullable WordVectors vectors;
    private @Nullable Neighbors neighbors;

    OfSubwords(FastTextModel model, Arena arena, FileStamp stamp, Runnable release) {
      this.model = model;
      this.arena = arena;
      this.stamp = stamp;
      this.release = new Release(release);
    }

    /** Returns the model itself. */
    public FastTextModel model() {
      return model;
    }

    @Override
    public synchronized Neighbors neighbors() {
      if (neighbors == null) {
        neighbors = new Neighbors(vectors(), unseen());
      }
      return neighbors;
    }

    @Override
    public FileStamp stamp() {
      return stamp;
    }

    @Override
    public void close() {
      release.run();
    }

    @Override
    public String format() {
      return FORMAT;
    }

    @Override
    public WordList words() {
      return model.words();
    }

    @Override
    public int dimensions() {
      return model.dimensions();
    }

    /** Returns the vectors of all words, which are composed once and kept until it is closed. */
    @Override
    public synchronized WordVectors vectors() {
      if (vectors == null) {
        vectors = model.wordVectors(arena);
      }
      return vectors;
    }

    @Override
    public boolean isMapped() {
      return true;
    }

    @Override
    public boolean hasSubwords() {
      return true;
    }

    @Override
    public OutOfVocabularyVectors unseen() {
      return model;
    }
  }
}
