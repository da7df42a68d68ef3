package org.wordvec.compute.cuda;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Streams data that does not fit on a GPU, piece by piece: while kernels work on one, the next is
 * copied to pinned memory and from there to the GPU, in a stream of its own. Belongs to one thread.
 */
public final class StreamedPieces {
  private final CudaStream kernels;
  private final CudaStream copies;
  private final Source source;
  private final long pieces;
  private final Slot[] slots;
  private double copySeconds;

  /** Writes the pieces. */
  @FunctionalInterface
  public interface Source {
    /**
     * Writes a piece.
     *
     * @param number of the piece, from 0
     * @param parts memory for each part
     * @return bytes written of each part
     */
    long[] write(long number, List<MemorySegment> parts);
  }

  /**
   * Creates a stream of pieces, each of several parts.
   *
   * @param kernels where they are used
   * @param partBytes greatest size of each part
   */
  public StreamedPieces(
      CudaContext context, CudaStream kernels, Source source, long pieces, long... partBytes) {
    this.kernels = kernels;
    this.copies = context.newStream();
    this.source = source;
    this.pieces = pieces;
    this.slots = new Slot[] {new Slot(context, partBytes), new Slot(context, partBytes)};
  }

  /** Returns the bytes on the GPU for parts of some sizes. */
  public static long bytes(long... partBytes) {
    return 2 * Arrays.stream(partBytes).sum();
  }

  /** Memory for a piece. */
  private static final class Slot {
    private final List<DeviceBuffer> buffers;
    private final List<MemorySegment> pinned;
    private final CudaEvent begun;
    private final CudaEvent copied;
    private final CudaEvent used;
    private long number = -1;

    Slot(CudaContext context, long[] partBytes) {
      buffers = Arrays.stream(partBytes).mapToObj(context::allocate).toList();
      pinned = Arrays.stream(partBytes).mapToObj(context::allocatePinned).toList();
      begun = CudaEvent.of(context);
      copied = CudaEvent.of(context);
      used = CudaEvent.of(context);
    }
  }

  /** Returns the parts of a piece, whose copy has ended before what is queued next runs. */
  public List<DeviceBuffer> piece(long number) {
    Slot slot = slot(number);
    if (slot.number != number) {
      load(number);
    }
    kernels.await(slot.copied);
    return slot.buffers;
  }

  /** Records that the kernels for a piece are queued, and copies the next piece. */
  public void used(long number) {
    kernels.record(slot(number).used);
    if (number + 1 < pieces) {
      load(number + 1);
    }
  }

  /** Returns the seconds in copies that have ended. */
  public double copySeconds() {
    return copySeconds;
  }

  private Slot slot(long number) {
    return slots[(int) (number % 2)];
  }

  private void load(long number) {
    Slot slot = slot(number);
    boolean fresh = slot.number < 0;
    if (!fresh) {
      slot.copied.synchronize();
      copySeconds += slot.copied.secondsSince(slot.begun);
      copies.await(slot.used);
    }
    long[] written = source.write(number, slot.pinned);
    copies.record(slot.begun);
    IntStream.range(0, written.length)
        .forEach(
            part ->
                copies.upload(
                    slot.pinned.get(part).asSlice(0, written[part]), slot.buffers.get(part)));
    copies.record(slot.copied);
    slot.number = number;
  }
}
