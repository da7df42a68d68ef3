package org.wordvec.vectors.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.wordvec.compute.NamedChannel;
import org.wordvec.corpora.reading.MissingFile;

/** Writes files atomically: a reader sees the old content or the new, never a part of it. */
public final class OutputFile {
  private static final int BUFFER = 1 << 18;

  /** Maximum number of symbolic links, more than any system follows. */
  private static final int MOST_LINKS = 64;

  private static final Set<PosixFilePermission> WRITERS =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private OutputFile() {}

  /** Writes the content of a file to a stream. */
  @FunctionalInterface
  public interface Content {
    /** Writes the whole content; the caller buffers, flushes and closes the stream. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /**
   * Checks in advance that {@link #write} to a path can succeed: its directory exists and is
   * writable, and the path is neither a directory nor a read-only file, which renaming would
   * replace regardless.
   *
   * @throws IOException if one of these does not hold; the message is one line
   */
  public static void check(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(path + ": cannot write, this is a directory");
    }
    if (isSpecial(path)) {
      if (!Files.isWritable(path)) {
        throw new IOException(path + ": cannot write, no permission");
      }
      return;
    }
    if (Files.exists(path) && isReadOnly(path)) {
      throw new IOException(path + ": cannot write, the file is read-only");
    }
    Path directory = directory(path);
    if (!Files.isDirectory(directory)) {
      throw new IOException(path + ": cannot write, " + problem(directory));
    }
    if (!Files.isWritable(directory)) {
      throw new IOException(path + ": cannot write, no permission to write to " + directory);
    }
  }

  /**
   * Writes a file under a temporary name in the same directory, forces it to the disk and renames
   * it. If anything fails, an older file is unchanged and the temporary one is removed. An existing
   * path that is not a regular file, or is open in this process, such as {@code /dev/stdout}, is
   * appended to in place. For a symbolic link, its target is replaced.
   *
   * @throws IOException if {@link #check} or writing fails, or if the content throws it
   */
  public static void write(Path path, Content content) throws IOException {
    check(path);
    if (isSpecial(path)) {
      // Standard output may be appended to a file.
      try (OutputStream stream =
          Files.newOutputStream(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
        writeAll(stream, content, path);
      }
      return;
    }
    write(Map.of(path, content));
  }

  /**
   * Writes files that belong together as {@link #write(Path, Content)} does: all are complete under
   * temporary names before the first is renamed. Between two renamings, a reader can see one new
   * and one old file.
   */
  public static void write(Map<Path, Content> files) throws IOException {
    for (Path path : files.keySet()) {
      check(path);
    }
    Map<Path, TemporaryOutput> written = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, Content> file : files.entrySet()) {
        Path path = file.getKey();
        Path target = target(path);
        AbandonedOutputs.remove(target);
        TemporaryOutput output = created(target, path);
        written.put(path, output);
        writeAll(output.stream(), file.getValue(), path);
        output.force();
      }
      for (TemporaryOutput output : written.values()) {
        output.replace();
      }
    } finally {
      close(written);
    }
    for (Path path : files.keySet()) {
      NamedChannel.forceFolder(directory(path));
    }
  }

  private static void close(Map<Path, TemporaryOutput> files) throws IOException {
    IOException failure = null;
    for (Map.Entry<Path, TemporaryOutput> file : files.entrySet()) {
      try {
        file.getValue().close();
      } catch (IOException e) {
        failure = failure == null ? PathNamingStream.named(e, file.getKey()) : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * Returns the number of bytes that {@link #write} will free before it begins by removing
   * temporary files of killed writers.
   */
  public static long abandonedBytes(Path path) throws IOException {
    return isSpecial(path) ? 0 : AbandonedOutputs.bytes(target(path));
  }

  private static TemporaryOutput created(Path target, Path path) throws IOException {
    try {
      return TemporaryOutput.create(target, path.toString());
    } catch (IOException e) {
      throw PathNamingStream.named(e, path);
    }
  }

  private static void writeAll(OutputStream target, Content content, Path path) throws IOException {
    PathNamingStream named = new PathNamingStream(target, path);
    OutputStream stream = new BufferedOutputStream(named, BUFFER);
    try {
      content.writeTo(stream);
      stream.flush();
    } catch (IOException | RuntimeException e) {
      named.check();
      throw e;
    }
    named.check();
  }

  private static boolean isReadOnly(Path path) throws IOException {
    return !Files.isWritable(path)
        || (hasModes(path) && Collections.disjoint(Files.getPosixFilePermissions(path), WRITERS));
  }

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static boolean isSpecial(Path path) throws IOException {
    return Files.exists(path) && (!Files.isRegularFile(path) || isDescriptor(path));
  }

  /** Returns whether a path names an open file descriptor, such as standard output. */
  private static boolean isDescriptor(Path path) throws IOException {
    Path at = path.toAbsolutePath();
    for (int links = 0; links < MOST_LINKS; links++) {
      if (at.startsWith("/proc") || at.startsWith("/dev/fd")) {
        return true;
      }
      if (!Files.isSymbolicLink(at)) {
        return false;
      }
      at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
    }
    return false;
  }

  /** Returns why a path is not a directory. */
  private static String problem(Path directory) throws IOException {
    // The reason for a file in it names the directory.
    String reason = MissingFile.reason(directory.resolve("file"));
    return reason.startsWith(MissingFile.NOTHING) ? "there is no directory " + directory : reason;
  }

  /** Returns the path after following symbolic links, even if no file exists there yet. */
  private static Path target(Path path) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    if (MissingFile.isCircle(path)) {
      throw new IOException(path + ": cannot write, these are symbolic links that form a cycle");
    }
    Path target = path.toAbsolutePath();
    while (Files.isSymbolicLink(target)) {
      target = target.resolveSibling(Files.readSymbolicLink(target)).normalize();
    }
    return target;
  }

  private static Path directory(Path path) throws IOException {
    Path parent = target(path).getParent();
    if (parent == null) {
      throw new IOException(path + ": cannot write, this is not a file name");
    }
    return parent;
  }
}
