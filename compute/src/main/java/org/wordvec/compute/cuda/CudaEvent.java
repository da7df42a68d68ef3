package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A moment in a stream, by the GPU's clock. */
public final class CudaEvent {
  private final CudaContext context;
  private final long handle;

  private CudaEvent(CudaContext context, long handle) {
    this.context = context;
    this.handle = handle;
  }

  /** Creates an event that has not happened yet. */
  public static CudaEvent of(CudaContext context) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment event = arena.allocate(JAVA_LONG);
      context.check("cuEventCreate", cuda -> (int) cuda.eventCreate.invokeExact(event, 0));
      long handle = event.get(JAVA_LONG, 0);
      context.release(cuda -> (int) cuda.eventDestroy.invokeExact(handle));
      return new CudaEvent(context, handle);
    }
  }

  long handle() {
    return handle;
  }

  /** Waits until it has happened. */
  public void synchronize() {
    context.check("cuEventSynchronize", cuda -> (int) cuda.eventSynchronize.invokeExact(handle));
  }

  /** Seconds from an earlier event to this; both have happened. */
  public double secondsSince(CudaEvent start) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment milliseconds = arena.allocate(JAVA_FLOAT);
      context.check(
          "cuEventElapsedTime",
          cuda -> (int) cuda.eventElapsedTime.invokeExact(milliseconds, start.handle, handle));
      return 1e-3 * milliseconds.get(JAVA_FLOAT, 0);
    }
  }
}
