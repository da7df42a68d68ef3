package org.wordvec.library;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.wordvec.compute.NamedChannel;
import org.wordvec.vectors.formats.ForeignFormat;
import org.wordvec.vectors.search.SearchEngine;
import org.wordvec.word2vec.Word2VecEngine;

/** Gives access to the Deeplearning4j extension, which is loaded on first use. */
public final class Bridge {
  /** The name of the extension. */
  public static final String NAME = "deeplearning4j";

  private Bridge() {}

  /** Returns the format of Deeplearning4j's zip files of vectors. */
  static ForeignFormat zip() throws IOException {
    return load(ForeignFormat.class);
  }

  /** Returns Deeplearning4j's trainer of Word2Vec. */
  public static Word2VecEngine trainer() throws IOException {
    return load(Word2VecEngine.class);
  }

  /** Returns ND4J's search backend. */
  public static SearchEngine search() throws IOException {
    return load(SearchEngine.class);
  }

  /** Returns whether a file is one of Deeplearning4j's zip files; does not load the extension. */
  public static boolean recognises(Path path) throws IOException {
    if (!Files.isRegularFile(path) || !beginsAsZip(path)) {
      return false;
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return zip.getEntry("syn0.txt") != null;
    } catch (ZipException | EOFException e) {
      String reason = e.getMessage() == null ? "it ends too early" : e.getMessage();
      throw new IOException(path + ": damaged zip file: " + reason, e);
    }
  }

  private static boolean beginsAsZip(Path path) throws IOException {
    try (var stream = NamedChannel.input(path)) {
      return new String(stream.readNBytes(4), java.nio.charset.StandardCharsets.ISO_8859_1)
          .equals("PK\003\004");
    }
  }

  private static <S> S load(Class<S> service) throws IOException {
    try {
      return Extensions.installed().load(NAME, service);
    } catch (FailedException e) {
      throw new FailedException(
          e.getMessage() + "; 'mvn -Dquick package' builds it, with 131 MB of libraries", e);
    }
  }
}
