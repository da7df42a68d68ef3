package org.wordvec.glove.counting;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Allocates memory for entries up to a budget, and pages of a temporary file beyond it. Safe for
 * use by several threads.
 */
public final class EntryMemory implements AutoCloseable {
  private static final int ALIGNMENT = 64;

  private final Arena arena = Arena.ofShared();
  private final Path folder;
  private long budget;
  private @Nullable TemporaryFile file;

  /** Creates memory with a budget in bytes, and a folder for the file. */
  public EntryMemory(long budget, Path folder) {
    this.budget = budget;
    this.folder = folder;
  }

  /** Allocates bytes that live until this is closed. */
  public synchronized MemorySegment allocate(long bytes) throws IOException {
    if (bytes <= budget) {
      budget -= bytes;
      return arena.allocate(bytes, ALIGNMENT);
    }
    TemporaryFile open = file;
    if (open == null) {
      open = new TemporaryFile(folder);
      file = open;
    }
    return open.allocate(arena, bytes);
  }

  @Override
  public synchronized void close() throws IOException {
    arena.close();
    TemporaryFile open = file;
    if (open != null) {
      open.close();
    }
  }
}
