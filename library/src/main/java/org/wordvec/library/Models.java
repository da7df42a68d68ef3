package org.wordvec.library;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.wordvec.compute.FileStamp;
import org.wordvec.fasttext.files.FastTextReader;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.formats.VectorFormat;

/** Opens model files of any format, which is detected from their content. */
public final class Models {
  private Models() {}

  /**
   * Opens a model, which must be closed.
   *
   * @throws IOException if the file cannot be read, its format is unknown or it is damaged; the
   *     message names the position
   * @throws FailedException if the format needs an extension that is not installed
   */
  @SuppressWarnings("MustBeClosedChecker") // The model closes it.
  public static Model open(Path path) throws IOException {
    Arena arena = Arena.ofShared();
    try {
      return open(path, arena, arena::close);
    } catch (Throwable e) {
      arena.close();
      throw e;
    }
  }

  /**
   * Opens a model whose memory belongs to an arena; closing the model has no effect.
   *
   * @param arena must be shared if several threads run queries
   */
  public static Model open(Path path, Arena arena) throws IOException {
    return open(path, arena, () -> {});
  }

  /** Opens a file that stores vectors only; its words are in another file, one per line. */
  public static Model open(Path path, Path vocabulary, Arena arena) throws IOException {
    FileStamp stamp = FileStamp.of(path);
    try {
      return stamp.guard(
          () ->
              new Model.OfWords(
                  VectorFormat.detect(path, vocabulary, arena), path, arena, stamp, () -> {}));
    } catch (VectorFormatException e) {
      throw withRemedy(e);
    }
  }

  private static Model open(Path path, Arena arena, Runnable release) throws IOException {
    FileStamp stamp = FileStamp.of(path);
    try {
      return stamp.guard(
          () ->
              FastTextReader.recognises(path)
                  ? new Model.OfSubwords(FastTextReader.open(path, arena), arena, stamp, release)
                  : new Model.OfWords(Formats.open(path, arena), path, arena, stamp, release));
    } catch (VectorFormatException e) {
      throw withRemedy(e);
    }
  }

  private static IOException withRemedy(VectorFormatException e) {
    return e.isRepairable()
        ? new IOException(
            e.getMessage()
                + "; 'wordvec doctor' lists the problems, and with --fix writes a repaired copy",
            e)
        : e;
  }
}
