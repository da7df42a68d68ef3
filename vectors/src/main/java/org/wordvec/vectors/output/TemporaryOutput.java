package org.wordvec.vectors.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.NamedChannel;

/**
 * A temporary file beside the one that it will replace. Its writer holds a lock on it until it has
 * its final name; the system releases the locks of dead writers, so that their files can be
 * recognised. Errors name the final file.
 */
final class TemporaryOutput implements AutoCloseable {
  /**
   * Files of this process, whose locks must not be tested by opening them again: POSIX releases all
   * locks of a process on a file when it closes any of its channels.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Path target;
  private final String name;
  private final NamedChannel channel;

  private TemporaryOutput(Path path, Path target, String name, FileChannel channel) {
    this.path = path;
    this.target = target;
    this.name = name;
    this.channel = new NamedChannel(channel, name, "");
  }

  /**
   * Creates a file with the mode and owner of the file that it will replace.
   *
   * @param target path of the final file
   * @param name name of the file in messages
   */
  static TemporaryOutput create(Path target, String name) throws IOException {
    TemporaryNames names = new TemporaryNames(target);
    while (true) {
      Path path = names.next();
      OWN.add(path);
      try {
        TemporaryOutput created = locked(path, target, name);
        if (created != null) {
          return created;
        }
      } catch (LockingUnknownException e) {
        return unlocked(names.nextUnlocked(), target, name);
      } finally {
        if (!Files.exists(path)) {
          OWN.remove(path);
        }
      }
    }
  }

  /** Returns a locked file, or null if another writer removed it before it was locked. */
  private static @Nullable TemporaryOutput locked(Path path, Path target, String name)
      throws IOException, LockingUnknownException {
    TemporaryOutput created = unlocked(path, target, name);
    FileLock lock;
    try {
      lock = created.channel.channel().tryLock();
    } catch (IOException e) {
      created.close();
      throw new LockingUnknownException(e);
    }
    if (lock != null && Files.exists(path)) {
      return created;
    }
    created.close();
    return null;
  }

  private static TemporaryOutput unlocked(Path path, Path target, String name) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
            FileOwnership.whileCreated(target));
    TemporaryOutput created = new TemporaryOutput(path, target, name, channel);
    try {
      FileOwnership.copy(target, path);
      return created;
    } catch (IOException e) {
      created.close();
      throw e;
    }
  }

  /** Returns whether this process is writing the file. */
  static boolean isOwn(Path path) {
    return OWN.contains(path);
  }

  OutputStream stream() {
    return channel.stream();
  }

  /** Forces the content to the disk. */
  void force() throws IOException {
    channel.force();
  }

  /** Renames the file to its final name. */
  void replace() throws IOException {
    try {
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw NamedChannel.failure(e, name, "write");
    }
  }

  /** Removes the file unless it has its final name. */
  @Override
  public void close() throws IOException {
    try (NamedChannel _ = channel) {
      Files.deleteIfExists(path);
    } finally {
      OWN.remove(path);
    }
  }

  /** Thrown if the file system does not support locks. */
  private static final class LockingUnknownException extends Exception {
    private static final long serialVersionUID = 1;

    LockingUnknownException(IOException cause) {
      super(cause);
    }
  }
}
