package org.wordvec.glove;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Gives memory for entries up to a budget, and pages of a temporary file beyond it. */
final class EntryMemory implements AutoCloseable {
  private static final int ALIGNMENT = 64;

  private final Arena arena = Arena.ofShared();
  private final Path folder;
  private long budget;
  private @Nullable TemporaryFile file;

  EntryMemory(long budget, Path folder) {
    this.budget = budget;
    this.folder = folder;
  }

  synchronized MemorySegment allocate(long bytes) throws IOException {
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
