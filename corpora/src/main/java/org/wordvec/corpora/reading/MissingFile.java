package org.wordvec.corpora.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Explains why no file is found at a path. */
public final class MissingFile {
  /** The reason if only the last element of the path is missing. */
  public static final String NOTHING = "no such file or folder";

  /** Maximum number of symbolic links that Linux follows. */
  private static final int MOST_LINKS = 40;

  private MissingFile() {}

  /** Returns the reason as text that follows the path and a colon. */
  public static String reason(Path path) throws IOException {
    Path at = path.getRoot();
    for (Path name : path) {
      at = at == null ? name : at.resolve(name);
      boolean last = at.getNameCount() == path.getNameCount();
      String subject = last ? "" : at + " is ";
      if (isCircle(at)) {
        return last
            ? "symbolic links that form a cycle"
            : subject + "a symbolic link in a cycle of links";
      }
      if (Files.isSymbolicLink(at) && Files.notExists(at)) {
        return subject
            + "a symbolic link to "
            + Files.readSymbolicLink(at)
            + ", which is not there";
      }
      if (!last && Files.exists(at) && !Files.isDirectory(at)) {
        return at + " is a file, not a folder";
      }
      if (!Files.exists(at, LinkOption.NOFOLLOW_LINKS) && !Files.notExists(at)) {
        return "permission denied";
      }
    }
    return NOTHING;
  }

  /** Returns whether a symbolic link leads back to itself. */
  public static boolean isCircle(Path link) throws IOException {
    Path end = link;
    for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(end); links++) {
      end = end.resolveSibling(Files.readSymbolicLink(end));
    }
    return Files.isSymbolicLink(end);
  }
}
