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
 * What writers of a file left beside it when they were killed. Only a file that can be locked is
 * abandoned: each {@link TemporaryOutput} is locked as long as its writer lives, also on another
 * host where the file system passes locks on.
 */
final class AbandonedOutputs {
  private AbandonedOutputs() {}

  /** What to do with a file that nobody writes any more, while it is locked. */
  @FunctionalInterface
  private interface Use {
    void of(Path file, FileChannel channel) throws IOException;
  }

  /** Removes them, as far as that is permitted. */
  static void remove(Path target) {
    forEach(target, (file, _) -> Files.deleteIfExists(file));
  }

  /** Returns the bytes that removing them makes free. */
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
      // They take room, and that is all.
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
      // Somebody else's, or on a file system without locks: it stays.
      return;
    }
  }
}
