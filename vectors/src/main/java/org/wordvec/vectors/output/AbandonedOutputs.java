package org.wordvec.vectors.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Temporary files that killed writers left beside a file. A file is abandoned if it can be locked:
 * each {@link TemporaryOutput} is locked as long as its writer lives, also on another host if the
 * file system supports that.
 */
final class AbandonedOutputs {
  private AbandonedOutputs() {}

  /** An action on an abandoned file while it is locked. */
  @FunctionalInterface
  private interface Use {
    void of(Path file, FileChannel channel) throws IOException;
  }

  /** Removes the abandoned files of a target, as far as permitted. */
  static void remove(Path target) {
    forEach(target, (file, _) -> Files.deleteIfExists(file));
  }

  /** Returns the number of bytes that removing the abandoned files frees. */
  static long bytes(Path target) {
    long[] bytes = new long[1];
    forEach(target, (_, channel) -> bytes[0] += channel.size());
    return bytes[0];
  }

  private static void forEach(Path target, Use use) {
    Path directory = target.getParent();
    if (directory == null) {
      return;
    }
    TemporaryNames names = new TemporaryNames(target);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, names::isOne)) {
      for (Path file : files) {
        useAbandoned(file, use);
      }
    } catch (IOException | DirectoryIteratorException notListed) {
      // Abandoned files waste space, but do no other harm.
      return;
    }
  }

  private static void useAbandoned(Path file, Use use) {
    if (TemporaryOutput.isOwn(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      if (channel.tryLock() != null) {
        use.of(file, channel);
      }
    } catch (IOException | OverlappingFileLockException notOurs) {
      // A file of another user, or on a file system without locks, is kept.
      return;
    }
  }
}
