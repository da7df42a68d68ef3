package org.wordvec.corpora.sources;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.wordvec.corpora.text.CorpusException;

/** Expands file name patterns that no shell has expanded, such as those in a configuration file. */
final class Globs {
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  private Globs() {}

  /**
   * Returns the files that match a pattern, sorted; the path itself if it exists or is not a
   * pattern. {@code **} matches any number of folders, including none. The same files are skipped
   * as in folders, except hidden names whose dot is in the pattern.
   *
   * @throws CorpusException if a pattern matches nothing
   */
  static List<Path> expand(String argument) throws IOException {
    if (Files.exists(Path.of(argument)) || !WILDCARD.matcher(argument).find()) {
      return List.of(Path.of(argument));
    }
    Path folder = fixedPart(argument);
    if (!Files.isDirectory(folder)) {
      throw new CorpusException(folder + ": no such folder");
    }
    try {
      PathMatcher matcher =
          FileSystems.getDefault()
              .getPathMatcher(
                  "glob:" + anyFolders(fewStars(Path.of(argument).normalize().toString())));
      boolean deep = argument.contains("**") || argument.contains("{");
      int depth = Path.of(argument).getNameCount() - names(folder);
      List<Path> found =
          FolderFiles.below(
              folder,
              deep ? Integer.MAX_VALUE : depth,
              path -> FolderFiles.isLeftOut(path) && !isHiddenByName(path, argument, deep),
              file -> matcher.matches(file.normalize()));
      if (found.isEmpty()) {
        throw new CorpusException(argument + ": no file matches");
      }
      return found;
    } catch (PatternSyntaxException e) {
      throw new CorpusException(argument + ": not a pattern: " + e.getDescription(), e);
    }
  }

  /** Returns whether a name begins with a dot that the pattern contains, as shells require. */
  private static boolean isHiddenByName(Path path, String argument, boolean deep) {
    Path pattern = Path.of(argument).normalize();
    int place = path.normalize().getNameCount() - 1;
    if (deep ? Files.isDirectory(path) : place >= pattern.getNameCount()) {
      return false;
    }
    Path written = deep ? pattern.getFileName() : pattern.getName(place);
    return written.toString().startsWith(".") && path.getFileName().toString().startsWith(".");
  }

  /** Reduces three or more stars to two, as Java tries all ways to divide a name among them. */
  private static String fewStars(String pattern) {
    return pattern.replaceAll("\\*{3,}", "**");
  }

  /** Lets {@code **}{@code /} match no folder as well, unlike in Java. */
  private static String anyFolders(String pattern) {
    return pattern.replaceAll("(^|/)\\*\\*/", "$1{,**/}");
  }

  private static int names(Path folder) {
    return folder.toString().isEmpty() ? 0 : folder.getNameCount();
  }

  /** Returns the folders before the first one with a wildcard. */
  private static Path fixedPart(String pattern) {
    Path path = Path.of(pattern);
    Path fixed = path.isAbsolute() ? path.getRoot() : Path.of("");
    for (Path name : path) {
      if (WILDCARD.matcher(name.toString()).find()) {
        break;
      }
      fixed = fixed.resolve(name);
    }
    return fixed;
  }
}
