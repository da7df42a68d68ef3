package org.wordvec.compute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Remembers size and times of a file when it was opened, so that a later check tells whether it was
 * written to since. A file that was replaced by another of its name has not changed: who has it
 * open still reads the old one. A change of its name, links, mode or owner is none either.
 * Immutable; safe for use by several threads.
 */
public final class FileStamp {
  private static final String UNIX = "unix:dev,ino,size,lastModifiedTime,ctime,mode,nlink,uid,gid";
  private static final String ELSEWHERE = "size,lastModifiedTime,fileKey";

  private final Path path;
  private final Map<String, Object> attributes;

  private FileStamp(Path path, Map<String, Object> attributes) {
    this.path = path;
    this.attributes = attributes;
  }

  /** Reads from a file. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Returns what was read. */
    T read() throws IOException;
  }

  /**
   * Takes the stamp of a file.
   *
   * @throws IOException if there is none
   */
  public static FileStamp of(Path path) throws IOException {
    return new FileStamp(path, attributes(path));
  }

  private static Map<String, Object> attributes(Path path) throws IOException {
    boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
    return Files.readAttributes(path, unix ? UNIX : ELSEWHERE);
  }

  /**
   * Looks again.
   *
   * @throws IOException that names the file, if it is no longer what it was
   */
  public void check() throws IOException {
    Map<String, Object> now;
    try {
      now = attributes(path);
    } catch (NoSuchFileException renamed) {
      return;
    }
    if (isEqual(now, "dev", "ino", "fileKey") && !isUnwritten(now)) {
      throw new IOException(
          path + ": was cut or overwritten while it was read; ask again when it is whole");
    }
  }

  /** The time of the last change of attributes also tells of content whose time was put back. */
  private boolean isUnwritten(Map<String, Object> now) {
    return isEqual(now, "size", "lastModifiedTime")
        && (isEqual(now, "ctime") || !isEqual(now, "mode", "nlink", "uid", "gid"));
  }

  private boolean isEqual(Map<String, Object> now, String... names) {
    for (String name : names) {
      if (!Objects.equals(attributes.get(name), now.get(name))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns what was read from the file, after checking that the file is unchanged.
   *
   * @throws IOException as {@link #explain} does, and where all seems well although the file was
   *     cut or overwritten
   */
  public <T> T guard(Reading<T> reading) throws IOException {
    T read = explain(reading);
    check();
    return read;
  }

  /**
   * Returns what was read from the file; a failure is explained by the file being cut or
   * overwritten, where it was.
   *
   * @throws IOException that names the file, also where its disk failed under a mapped page
   */
  public <T> T explain(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (InternalError lost) {
      throw lost(lost);
    } catch (IOException | RuntimeException e) {
      check();
      throw e;
    }
  }

  /** Returns the reason why a mapped page is gone. */
  public IOException lost(InternalError error) throws IOException {
    check();
    return new IOException(path + ": cannot be read: its disk failed", error);
  }

  /**
   * Checks as {@link #check} does, where no {@code IOException} may be thrown.
   *
   * @throws UncheckedIOException that names the file, if it is no longer what it was
   */
  void require() {
    try {
      check();
    } catch (IOException changed) {
      throw new UncheckedIOException(changed);
    }
  }
}
