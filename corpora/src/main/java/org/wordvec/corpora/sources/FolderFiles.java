package org.wordvec.corpora.sources;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.wordvec.corpora.reading.MissingFile;
import org.wordvec.corpora.text.CorpusException;

/**
 * Lists the files below a folder. Symbolic links are followed, but not in cycles. Hidden files
 * (names with a leading dot), backup copies of editors and metadata of file managers are skipped.
 */
final class FolderFiles {
  private static final Pattern NO_TEXT =
      Pattern.compile(
          "\\..*|.*~|#.*#|Thumbs\\.db|desktop\\.ini|__MACOSX", Pattern.CASE_INSENSITIVE);

  private FolderFiles() {}

  /** Returns whether a file or folder is skipped because of its name. */
  static boolean isLeftOut(Path path) {
    Path name = path.getFileName();
    return name != null && NO_TEXT.matcher(name.toString()).matches();
  }

  /**
   * Returns the files below a folder, sorted by name.
   *
   * @param depth maximum depth, 1 for the folder itself
   * @throws CorpusException if a folder cannot be listed, or a link is broken
   */
  static List<Path> below(Path folder, int depth) throws IOException {
    return below(folder, depth, FolderFiles::isLeftOut, _ -> true);
  }

  /**
   * Returns some of the files below a folder, sorted by name. Errors of other files are ignored.
   *
   * @param leftOut accepts files and folders that are skipped
   * @param wanted accepts files to return
   */
  static List<Path> below(Path folder, int depth, Predicate<Path> leftOut, Predicate<Path> wanted)
      throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        Set.of(FileVisitOption.FOLLOW_LINKS),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return !path.equals(folder) && leftOut.test(path)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (leftOut.test(path) || !wanted.test(path)) {
              return FileVisitResult.CONTINUE;
            }
            requireTarget(path);
            if (attributes.isRegularFile()) {
              files.add(path);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            if (e instanceof FileSystemLoopException
                || (!path.equals(folder) && leftOut.test(path))) {
              return FileVisitResult.CONTINUE;
            }
            throw new CorpusException(path + ": cannot be listed, check its permissions", e);
          }
        });
    files.sort(null);
    return files;
  }

  /**
   * Checks that a path exists.
   *
   * @throws CorpusException with the reason if it does not, such as the target of a broken link
   */
  static void requireTarget(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new CorpusException(path + ": " + MissingFile.reason(path));
    }
  }
}
