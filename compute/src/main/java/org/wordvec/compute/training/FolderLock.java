package org.wordvec.compute.training;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Locks a folder against every other training, in this process and in others.
 *
 * <p>The file that is locked always stays in the folder. If it were removed, a training that had
 * opened it before would hold a lock on a file that no other can find, and the next one a second
 * lock.
 */
final class FolderLock implements AutoCloseable {
  private static final String FILE = ".lock";

  /**
   * Folders of this process, whose files must not be opened a second time: POSIX releases all locks
   * of a process on a file when it closes any of its channels.
   */
  private static final Set<Object> HELD = ConcurrentHashMap.newKeySet();

  private final Object key;
  private final FileChannel channel;

  private FolderLock(Object key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  /**
   * Locks a folder until the lock is closed; null if it is locked.
   *
   * @throws IOException if locking is not possible there
   */
  static @Nullable FolderLock of(Path folder) throws IOException {
    Object key = key(folder);
    if (!HELD.add(key)) {
      return null;
    }
    FolderLock held = null;
    try {
      held = locked(folder, key);
      return held;
    } finally {
      if (held == null) {
        HELD.remove(key);
      }
    }
  }

  private static @Nullable FolderLock locked(Path folder, Object key) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Other code of this process has locked the file.
      lock = null;
    } catch (IOException e) {
      throw new IOException(folder + ": cannot lock the checkpoints: " + e.getMessage(), e);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? null : new FolderLock(key, channel);
  }

  /** Returns a key that identifies a folder, whatever links and mounts lead to it. */
  private static Object key(Path folder) throws IOException {
    Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    return key == null ? folder.toRealPath() : key;
  }

  @Override
  public void close() throws IOException {
    try (FileChannel _ = channel) {
      HELD.remove(key);
    }
  }
}
