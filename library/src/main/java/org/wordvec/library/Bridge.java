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

/** The bridge to Deeplearning4j: an extension, loaded when something asks for it. */
public final class Bridge {
  public static final String NAME = "deeplearning4j";

  private Bridge() {}

  /** Its zips of vectors. */
  static ForeignFormat zip() throws IOException {
    return load(ForeignFormat.class);
  }

  /** Its trainer. */
  public static Word2VecEngine trainer() throws IOException {
    return load(Word2VecEngine.class);
  }

  /** ND4J's matrix products. */
  public static SearchEngine search() throws IOException {
    return load(SearchEngine.class);
  }

  /** Returns whether a file is one of its zips; found out without it. */
  public static boolean recognises(Path path) throws IOException {
    if (!Files.isRegularFile(path) || !beginsAsZip(path)) {
      return false;
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return zip.getEntry("syn0.txt") != null;
    } catch (ZipException | EOFException e) {
      String reason = e.getMessage() == null ? "it ends too early" : e.getMessage();
      throw new IOException(path + ": is a damaged zip: " + reason, e);
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
          e.getMessage() + "; mvn -Dquick package builds it, with 131 MB of libraries", e);
    }
  }
}
