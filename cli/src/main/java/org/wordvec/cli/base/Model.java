package org.wordvec.cli.base;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.compute.FileStamp;
import org.wordvec.corpora.words.WordList;
import org.wordvec.fasttext.FastTextModel;
import org.wordvec.fasttext.files.FastTextReader;
import org.wordvec.vectors.UnseenWords;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.VectorFormat;
import org.wordvec.vectors.search.Neighbors;

/** A model that questions are put to: vectors of known words, and perhaps a way to new ones. */
public sealed interface Model {
  /** Reads a file of any format that the program knows, found out from its content. */
  static Model open(Path path, Arena arena) throws IOException {
    FileStamp stamp = FileStamp.of(path);
    try {
      return stamp.guard(
          () ->
              FastTextReader.recognises(path)
                  ? new OfSubwords(FastTextReader.open(path, arena), arena, stamp)
                  : new OfWords(Formats.open(path, arena), stamp));
    } catch (VectorFormatException e) {
      throw withRemedy(e);
    }
  }

  /** Reads a file that has rows alone, and its words from another. */
  static Model open(Path path, Path vocabulary, Arena arena) throws IOException {
    FileStamp stamp = FileStamp.of(path);
    try {
      return stamp.guard(() -> new OfWords(VectorFormat.detect(path, vocabulary, arena), stamp));
    } catch (VectorFormatException e) {
      throw withRemedy(e);
    }
  }

  private static IOException withRemedy(VectorFormatException e) {
    return e.isRepairable()
        ? new IOException(
            e.getMessage()
                + "; wordvec doctor lists what is odd, and with --fix writes a repaired copy",
            e)
        : e;
  }

  /** Says on standard error what is odd about the file that this was read from. */
  default Model announced(Path path, Terminal terminal) {
    for (String note : notes()) {
      terminal.err().println("wordvec: " + Failure.oneLine(path + ": " + note));
    }
    return this;
  }

  /** The file's format, for people. */
  String format();

  WordList words();

  int dimensions();

  /** The vectors of all words. */
  WordVectors vectors();

  /** Whether vectors are read from the file when they are asked for. */
  boolean isMapped();

  /** The file when it was opened. */
  FileStamp stamp();

  /**
   * Answers what was read from the model.
   *
   * @throws IOException that names the file, if it was cut or overwritten since it was opened
   */
  default <T> T unchanged(FileStamp.Reading<T> reading) throws IOException {
    return isMapped() ? stamp().guard(reading) : reading.read();
  }

  /** Answers what was read from the model, or fails by the file's name if it is why. */
  default <T> T explained(FileStamp.Reading<T> reading) throws IOException {
    return isMapped() ? stamp().explain(reading) : reading.read();
  }

  /** What of the file is left out, in words. */
  default List<String> notes() {
    return List.of();
  }

  /** Whether words that are not in the vocabulary have vectors. */
  boolean hasSubwords();

  UnseenWords unseen();

  default Optional<float[]> vector(String word) {
    return unseen().vector(word);
  }

  default Neighbors neighbors() {
    return new Neighbors(vectors(), unseen());
  }

  /** Whether a word's vector is made of its n-grams alone. */
  default boolean composes(String word) {
    return hasSubwords() && words().indexOf(word) < 0;
  }

  /** Those of the words whose vectors are made of their n-grams alone. */
  default List<String> composed(List<String> asked) {
    return asked.stream().filter(this::composes).distinct().toList();
  }

  /** Words with a vector each. */
  record OfWords(VectorFormat.Opened opened, FileStamp stamp) implements Model {
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
    public UnseenWords unseen() {
      return UnseenWords.NONE;
    }

    @Override
    public Optional<float[]> vector(String word) {
      return opened.vectors().vector(word);
    }
  }

  /** A FastText model; the vectors of its words are computed when all are asked for. */
  record OfSubwords(FastTextModel model, Arena arena, FileStamp stamp) implements Model {
    public static final String FORMAT = "fastText binary";

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
    public UnseenWords unseen() {
      return model;
    }
  }
}
