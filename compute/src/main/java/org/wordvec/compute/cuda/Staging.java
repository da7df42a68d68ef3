package org.wordvec.compute.cuda;

import java.lang.foreign.MemorySegment;

/**
 * Pinned memory through which rows are copied between this process and a GPU. It lives as long as
 * the context, and pinned memory is scarce, so that a training makes one and uses it for all
 * copies. Belongs to one thread at a time, which has bound the context.
 */
public final class Staging {
  private static final int BYTES = 32 << 20;

  private final CudaContext context;
  private final CudaStream stream;
  private final MemorySegment memory;
  private final CudaEvent begun;
  private final CudaEvent copied;

  /** Pins memory for copies in a stream. */
  public Staging(CudaContext context, CudaStream stream) {
    this.context = context;
    this.stream = stream;
    this.memory = context.allocatePinned(BYTES);
    this.begun = CudaEvent.of(context);
    this.copied = CudaEvent.of(context);
  }

  CudaContext context() {
    return context;
  }

  CudaStream stream() {
    return stream;
  }

  /** Returns its size in bytes. */
  static long bytes() {
    return BYTES;
  }

  /** Returns the first bytes of it, for a copy. */
  MemorySegment part(long bytes) {
    return memory.asSlice(0, bytes);
  }

  /** Records when the copies that are queued next begin. */
  void begin() {
    stream.record(begun);
  }

  /** Waits until the copies queued since have ended, and returns the seconds they took. */
  double finish() {
    stream.record(copied);
    copied.synchronize();
    return copied.secondsSince(begun);
  }
}
