package org.wordvec.corpora.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * Reads the bytes of a file and throws at its end if the file was modified in the meantime, as what
 * was read may be neither the old nor the new content. A file that was replaced under its name is
 * not affected, as the old one is still being read. Closing never fails. Not safe for use by
 * several threads.
 */
public final class InputFile extends FilterInputStream {
  private final Path path;
  private final BasicFileAttributes before;

  private InputFile(InputStream in, Path path, BasicFileAttributes before) {
    super(in);
    this.path = path;
    this.before = before;
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be opened
   */
  public static InputStream open(Path path) throws IOException {
    BasicFileAttributes before = attributes(path);
    return new InputFile(Files.newInputStream(path), path, before);
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value < 0) {
      requireUnchanged();
    }
    return value;
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    int read = in.read(target, from, count);
    if (read < 0) {
      requireUnchanged();
    }
    return read;
  }

  private void requireUnchanged() throws IOException {
    // Pipes and the kernel's virtual files have no size.
    if (!before.isRegularFile() || before.size() == 0) {
      return;
    }
    BasicFileAttributes now;
    try {
      now = attributes(path);
    } catch (NoSuchFileException removed) {
      return;
    }
    boolean isSame = Objects.equals(before.fileKey(), now.fileKey());
    boolean isUnwritten =
        before.size() == now.size() && before.lastModifiedTime().equals(now.lastModifiedTime());
    if (isSame && !isUnwritten) {
      throw new TextFileException(
          path + ": was cut or written to while it was read; start again when it is whole");
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException readAllTheSame) {
      // Some network file systems report a full disk here.
      return;
    }
  }
}
