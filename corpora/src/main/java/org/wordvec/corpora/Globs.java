package org.wordvec.corpora;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Expands patterns that a shell left alone, such as those in a file of settings. */
final class Globs {
  private Globs() {}

  /**
   * The files that a pattern matches, sorted; the path itself where it exists or is no pattern.
   *
   * @throws CorpusException if a pattern matches nothing
   */
  static List<Path> expand(String argument) throws IOException {
    if (Files.exists(Path.of(argument)) || !argument.matches(".*[*?\\[{].*")) {
      return List.of(Path.of(argument));
    }
    Path folder = fixedPart(argument);
    try (Stream<Path> files = Files.walk(folder)) {
      PathMatcher matcher =
          FileSystems.getDefault().getPathMatcher("glob:" + Path.of(argument).normalize());
      List<Path> found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> matcher.matches(file.normalize()))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new CorpusException(argument + ": no file matches");
      }
      return found;
    } catch (PatternSyntaxException e) {
      throw new CorpusException(argument + ": no pattern: " + e.getDescription(), e);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new CorpusException(folder + ": no such folder", e);
    }
  }

  /** The folders before the first that holds a wildcard. */
  private static Path fixedPart(String pattern) {
    Path path = Path.of(pattern);
    Path fixed = path.isAbsolute() ? path.getRoot() : Path.of("");
    for (Path name : path) {
      if (name.toString().matches(".*[*?\\[{].*")) {
        break;
      }
      fixed = fixed.resolve(name);
    }
    return fixed;
  }
}
