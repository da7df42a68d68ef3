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
 * A file that is being written beside the one that it will replace. Its writer holds a lock on it
 * until it has its final name, so that others know the file of a living writer from that of a dead
 * one, whose lock the system has released. What fails while it is written names the file that the
 * user knows.
 */
final class TemporaryOutput implements AutoCloseable {
  /**
   * Files of this process, which must not be opened again to see whether they are locked: POSIX
   * releases all locks of a process on a file when it closes any of its channels.
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
   * Creates one with the mode and the owner of the file that it will replace.
   *
   * @param name by which the user knows the file
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

  /** Null if another writer has removed the file before it was locked. */
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

  /** Returns whether this process is writing a file. */
  static boolean isOwn(Path path) {
    return OWN.contains(path);
  }

  OutputStream stream() {
    return channel.stream();
  }

  /** Forces what was written to the disk. */
  void force() throws IOException {
    channel.force();
  }

  /** Gives the file its final name. */
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

  /** Thrown where the file system knows no locks. */
  private static final class LockingUnknownException extends Exception {
    private static final long serialVersionUID = 1;

    LockingUnknownException(IOException cause) {
      super(cause);
    }
  }
}
