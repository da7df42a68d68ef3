package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Copies arrays to a GPU. */
public final class DeviceArrays {
  private DeviceArrays() {}

  /** Returns a copy of an array. */
  public static DeviceBuffer of(CudaContext context, CudaStream stream, int[] values) {
    try (Arena arena = Arena.ofConfined()) {
      return of(context, stream, arena.allocateFrom(JAVA_INT, values));
    }
  }

  /** Returns a copy of an array. */
  public static DeviceBuffer of(CudaContext context, CudaStream stream, long[] values) {
    try (Arena arena = Arena.ofConfined()) {
      return of(context, stream, arena.allocateFrom(JAVA_LONG, values));
    }
  }

  /** Returns a copy of memory outside the heap, after it is finished. */
  public static DeviceBuffer of(CudaContext context, CudaStream stream, MemorySegment values) {
    DeviceBuffer buffer = context.allocate(values.byteSize());
    stream.upload(values, buffer);
    stream.synchronize();
    return buffer;
  }
}
