package org.wordvec.library;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;
import org.wordvec.compute.FileStamp;
import org.wordvec.corpora.words.WordList;
import org.wordvec.fasttext.FastTextModel;
import org.wordvec.vectors.OutOfVocabularyVectors;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.VectorFormat;
import org.wordvec.vectors.search.Analogy;
import org.wordvec.vectors.search.AnalogyMethod;
import org.wordvec.vectors.search.Expression;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;

/**
 * An open model file: vectors of the vocabulary's words, and of other words where it has subwords.
 *
 * <p>Safe for use by several threads until it is closed; afterwards its vectors must not be read.
 * {@link Models} opens one.
 */
public sealed interface Model extends AutoCloseable {
  /** Returns the file's format, for people. */
  String format();

  /** Returns the words of the vocabulary. */
  WordList words();

  /** Returns the length of a vector. */
  int dimensions();

  /** Returns the vectors of all words of the vocabulary. */
  WordVectors vectors();

  /** Returns whether vectors are read from the file when they are asked for. */
  boolean isMapped();

  /** Returns the state of the file when it was opened. */
  FileStamp stamp();

  /**
   * Returns what was read from the model.
   *
   * @throws IOException that names the file, if it was cut or overwritten since it was opened
   */
  default <T> T unchanged(FileStamp.Reading<T> reading) throws IOException {
    return isMapped() ? stamp().guard(reading) : reading.read();
  }

  /** Returns what was read from the model; a failure names the file if it is the reason. */
  default <T> T explained(FileStamp.Reading<T> reading) throws IOException {
    return isMapped() ? stamp().explain(reading) : reading.read();
  }

  /** Returns what of the file is left out, and what looks wrong with it, for people. */
  default List<String> notes() {
    return List.of();
  }

  /** Returns whether words outside the vocabulary have vectors. */
  boolean hasSubwords();

  /** Returns the vectors of words outside the vocabulary. */
  OutOfVocabularyVectors unseen();

  /** Returns the vector of a word, in the vocabulary or not; empty if it has none. */
  default Optional<float[]> vector(String word) {
    return unseen().vector(word);
  }

  /** Returns a search over all words; keep it where several queries follow. */
  default Neighbors neighbors() {
    return new Neighbors(vectors(), unseen());
  }

  /**
   * Returns the words whose vectors have the largest cosine with a word's, the largest first.
   *
   * @param count at most this many
   * @throws org.wordvec.vectors.UnknownWordException if the word has no vector
   * @throws IOException if the file was cut or overwritten since it was opened
   */
  default List<Neighbor> nearest(String word, int count) throws IOException {
    return unchanged(() -> neighbors().nearest(word, count));
  }

  /**
   * Returns the words nearest to a sum of words, such as {@code king - man + woman}, its own words
   * left out.
   *
   * @param count at most this many
   * @throws IllegalArgumentException if the expression cannot be parsed
   * @throws org.wordvec.vectors.UnknownWordException if a word has no vector
   * @throws IOException if the file was cut or overwritten since it was opened
   */
  default List<Neighbor> analogy(String expression, int count) throws IOException {
    Expression parsed = Expression.parse(expression);
    return unchanged(() -> new Analogy(neighbors(), AnalogyMethod.COS_ADD).evaluate(parsed, count));
  }

  /**
   * Returns the cosine of two words' vectors, from -1 to 1.
   *
   * @throws org.wordvec.vectors.UnknownWordException if a word has no vector
   * @throws IOException if the file was cut or overwritten since it was opened
   */
  default double similarity(String one, String other) throws IOException {
    return unchanged(() -> neighbors().similarity(one, other));
  }

  /** Frees the memory and the mapping, unless the caller's arena owns them. */
  @Override
  void close();

  /** Returns whether a word's vector is made of its n-grams alone. */
  default boolean composes(String word) {
    return hasSubwords() && words().indexOf(word) < 0;
  }

  /** Returns those of the words whose vectors are made of their n-grams alone. */
  default List<String> composed(List<String> words) {
    return words.stream().filter(this::composes).distinct().toList();
  }

  /** Words with a vector each. */
  record OfWords(VectorFormat.Opened opened, FileStamp stamp, Runnable release) implements Model {
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

  /** A FastText model; the vectors of its words are computed when all are asked for. */
  record OfSubwords(FastTextModel model, Arena arena, FileStamp stamp, Runnable release)
      implements Model {
    /** The name of the format, for people. */
    public static final String FORMAT = "fastText binary";

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

    @Override
    public WordVectors vectors() {
      return model.wordVectors(arena);
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
