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

/** Expands patterns that a shell left alone, such as those in a file of settings. */
final class Globs {
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  private Globs() {}

  /**
   * The files that a pattern matches, sorted; the path itself where it exists or is no pattern.
   * {@code **} stands for any number of folders, none too. Patterns leave out what folders do, but
   * for hidden names whose point is written.
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
      throw new CorpusException(argument + ": no pattern: " + e.getDescription(), e);
    }
  }

  /** Whether a name begins with a point where the pattern has one, as shells ask for. */
  private static boolean isHiddenByName(Path path, String argument, boolean deep) {
    Path pattern = Path.of(argument).normalize();
    int place = path.normalize().getNameCount() - 1;
    if (deep ? Files.isDirectory(path) : place >= pattern.getNameCount()) {
      return false;
    }
    Path written = deep ? pattern.getFileName() : pattern.getName(place);
    return written.toString().startsWith(".") && path.getFileName().toString().startsWith(".");
  }

  /** Three stars and more are two; Java tries all ways in which they share out a name. */
  private static String fewStars(String pattern) {
    return pattern.replaceAll("\\*{3,}", "**");
  }

  /** Java's own {@code **}{@code /} needs a folder. */
  private static String anyFolders(String pattern) {
    return pattern.replaceAll("(^|/)\\*\\*/", "$1{,**/}");
  }

  private static int names(Path folder) {
    return folder.toString().isEmpty() ? 0 : folder.getNameCount();
  }

  /** The folders before the first that holds a wildcard. */
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
