package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;

/** A function that a GPU runs in many threads at once. */
public final class CudaKernel {
  private static final int DYNAMIC_SHARED_BYTES = 8;
  private static final int USUAL_SHARED_BYTES = 48 << 10;

  private final CudaContext context;
  private final String name;
  private final long handle;
  private final List<Integer> parameters;

  CudaKernel(CudaContext context, String name, long handle, List<Integer> parameters) {
    this.context = context;
    this.name = name;
    this.handle = handle;
    this.parameters = parameters;
  }

  /**
   * Tells how many threads run a kernel.
   *
   * @param blocks how many of them
   * @param threads of a block
   * @param sharedBytes of a block, besides what the kernel declares
   */
  public record Shape(int blocks, int threads, int sharedBytes) {}

  /**
   * Returns a shape whose blocks all run at once: as many as were wanted, or as the GPU has room
   * for.
   *
   * @param blocks how many are wanted, at least one
   */
  public Shape fitting(int blocks, int threads, int sharedBytes) {
    Shape wanted = new Shape(blocks, threads, sharedBytes);
    return new Shape(Math.clamp(blocks, 1, Math.max(1, room(wanted))), threads, sharedBytes);
  }

  /** Returns the number of blocks of a shape that the GPU has room for. */
  private int room(Shape shape) {
    allowShared(shape);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment blocks = arena.allocate(JAVA_INT);
      long sharedBytes = shape.sharedBytes;
      context.check(
          "cuOccupancyMaxActiveBlocksPerMultiprocessor",
          cuda -> (int) cuda.occupancy.invokeExact(blocks, handle, shape.threads, sharedBytes));
      return Math.multiplyExact(blocks.get(JAVA_INT, 0), context.device().multiprocessors());
    }
  }

  /** Requests more shared memory than usual, where the shape needs it. */
  private void allowShared(Shape shape) {
    if (shape.sharedBytes > USUAL_SHARED_BYTES) {
      context.check(
          "cuFuncSetAttribute",
          cuda ->
              (int)
                  cuda.funcSetAttribute.invokeExact(
                      handle, DYNAMIC_SHARED_BYTES, shape.sharedBytes));
    }
  }

  /**
   * Queues it. The numbers of the arguments and their sizes are checked against the PTX, since the
   * driver reads as much as the kernel declares.
   *
   * @param arguments each an Integer, Long, Float or {@link DeviceBuffer}
   */
  void launch(Shape shape, long stream, Object... arguments) {
    if (arguments.length != parameters.size()) {
      throw new IllegalArgumentException(
          name + " takes " + parameters.size() + " arguments, not " + arguments.length);
    }
    allowShared(shape);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pointers = arena.allocate(ADDRESS, Math.max(1, arguments.length));
      for (int i = 0; i < arguments.length; i++) {
        MemorySegment value = value(arena, arguments[i]);
        if (value.byteSize() != parameters.get(i)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "argument %d of %s has %d bytes, not %d",
                  i,
                  name,
                  parameters.get(i),
                  value.byteSize()));
        }
        pointers.setAtIndex(ADDRESS, i, value);
      }
      context.check(
          "cuLaunchKernel of " + name,
          cuda ->
              (int)
                  cuda.launchKernel.invokeExact(
                      handle,
                      shape.blocks,
                      1,
                      1,
                      shape.threads,
                      1,
                      1,
                      shape.sharedBytes,
                      stream,
                      pointers,
                      MemorySegment.NULL));
    }
  }

  private static MemorySegment value(Arena arena, Object argument) {
    return switch (argument) {
      case Integer number -> arena.allocateFrom(JAVA_INT, number);
      case Long number -> arena.allocateFrom(JAVA_LONG, number);
      case Float number -> arena.allocateFrom(JAVA_FLOAT, number);
      case DeviceBuffer buffer -> arena.allocateFrom(JAVA_LONG, buffer.address());
      default -> throw new IllegalArgumentException("invalid argument of a kernel: " + argument);
    };
  }
}
