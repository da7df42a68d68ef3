package org.wordvec.glove.device;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wordvec.compute.cuda.CudaContext;
import org.wordvec.compute.cuda.CudaEvent;
import org.wordvec.compute.cuda.CudaStream;
import org.wordvec.compute.cuda.DeviceBuffer;
import org.wordvec.compute.cuda.StreamedPieces;
import org.wordvec.glove.entries.EntrySlice;

/**
 * The entries on a GPU: all of them where they fit, else those of a launch and of the next.
 *
 * <p>A slice is described in {@value #SLICE_BYTES} bytes: int64 number of its first entry, int32
 * entries, first row, first column, and 1 where it is mirrored.
 */
sealed interface DeviceEntries {
  int SLICE_BYTES = 24;

  /**
   * The entries that a launch reads.
   *
   * @param entries of {@value EntrySlice#ENTRY_BYTES} bytes
   * @param slices their descriptions
   * @param order int32 numbers of the slices to train
   * @param count number of slices
   */
  record Piece(DeviceBuffer entries, DeviceBuffer slices, DeviceBuffer order, int count) {}

  /** Returns the piece for a launch, complete when the stream of the kernels reaches it. */
  Piece piece(long launch);

  /** Prepares for the next launch, once the kernel for this one is queued. */
  void launched(long launch);

  /** Returns the seconds spent in copies so far. */
  double copySeconds();

  /** Uploads all entries at once if they take at most {@code most} bytes, else launch by launch. */
  static DeviceEntries of(
      EntryLaunches launches, CudaContext context, CudaStream kernels, long most) {
    return Resident.bytes(launches) <= most
        ? new Resident(launches, context, kernels)
        : new Streamed(launches, context, kernels);
  }

  /** Returns the bytes that either of both takes at least. */
  static long leastBytes(EntryLaunches resident, EntryLaunches streamed) {
    return Math.min(Resident.bytes(resident), Streamed.bytes(streamed));
  }

  private static void describe(
      EntrySlice slice, long firstEntry, MemorySegment target, long number) {
    long at = number * SLICE_BYTES;
    target.set(ValueLayout.JAVA_LONG, at, firstEntry);
    target.set(ValueLayout.JAVA_INT, at + 8, slice.size());
    target.set(ValueLayout.JAVA_INT, at + 12, slice.firstRow());
    target.set(ValueLayout.JAVA_INT, at + 16, slice.firstColumn());
    boolean mirrored = slice.orientation() == EntrySlice.Orientation.MIRRORED;
    target.set(ValueLayout.JAVA_INT, at + 20, mirrored ? 1 : 0);
  }

  /** All entries, for all epochs; a mirrored slice shares those of the upright one. */
  final class Resident implements DeviceEntries {
    private final EntryLaunches launches;
    private final CudaStream kernels;
    private final DeviceBuffer entries;
    private final DeviceBuffer slices;
    private final DeviceBuffer order;
    private final MemorySegment pinnedOrder;
    private final double copySeconds;

    Resident(EntryLaunches launches, CudaContext context, CudaStream kernels) {
      this.launches = launches;
      this.kernels = kernels;
      List<EntrySlice> all = launches.slices();
      this.entries = context.allocate(entryBytes(launches));
      this.slices = context.allocate((long) all.size() * SLICE_BYTES);
      this.order = context.allocate((long) launches.most() * Integer.BYTES);
      this.pinnedOrder = context.allocatePinned((long) launches.most() * Integer.BYTES);
      MemorySegment descriptions = context.allocatePinned((long) all.size() * SLICE_BYTES);
      CudaEvent begun = CudaEvent.of(context);
      CudaEvent copied = CudaEvent.of(context);
      kernels.record(begun);
      Map<Long, Long> places = new HashMap<>();
      long next = 0;
      for (int i = 0; i < all.size(); i++) {
        MemorySegment own = all.get(i).entries();
        Long place = places.putIfAbsent(own.address(), next);
        if (place == null) {
          kernels.upload(own, entries.slice(next, own.byteSize()));
          place = next;
          next += own.byteSize();
        }
        describe(all.get(i), place / EntrySlice.ENTRY_BYTES, descriptions, i);
      }
      kernels.upload(descriptions, slices);
      kernels.record(copied);
      copied.synchronize();
      this.copySeconds = copied.secondsSince(begun);
    }

    static long bytes(EntryLaunches launches) {
      return entryBytes(launches) + (long) launches.slices().size() * (SLICE_BYTES + Integer.BYTES);
    }

    private static long entryBytes(EntryLaunches launches) {
      return launches.slices().stream()
          .map(EntrySlice::entries)
          .collect(
              java.util.stream.Collectors.toMap(
                  MemorySegment::address, MemorySegment::byteSize, (one, same) -> one))
          .values()
          .stream()
          .mapToLong(Long::longValue)
          .sum();
    }

    @Override
    public Piece piece(long launch) {
      int[] numbers = launches.numbers(launch);
      MemorySegment.copy(numbers, 0, pinnedOrder, ValueLayout.JAVA_INT, 0, numbers.length);
      kernels.upload(pinnedOrder.asSlice(0, (long) numbers.length * Integer.BYTES), order);
      return new Piece(entries, slices, order, numbers.length);
    }

    @Override
    public void launched(long launch) {}

    @Override
    public double copySeconds() {
      return copySeconds;
    }
  }

  /** The entries of a launch in the order in which they are trained. */
  final class Streamed implements DeviceEntries {
    private final EntryLaunches launches;
    private final StreamedPieces pieces;

    Streamed(EntryLaunches launches, CudaContext context, CudaStream kernels) {
      this.launches = launches;
      this.pieces =
          new StreamedPieces(context, kernels, this::write, launches.count(), partBytes(launches));
    }

    static long bytes(EntryLaunches launches) {
      return StreamedPieces.bytes(partBytes(launches));
    }

    private static long[] partBytes(EntryLaunches launches) {
      long longest = launches.slices().stream().mapToLong(EntrySlice::size).max().orElse(0);
      return new long[] {
        launches.most() * longest * EntrySlice.ENTRY_BYTES,
        (long) launches.most() * SLICE_BYTES,
        (long) launches.most() * Integer.BYTES
      };
    }

    private long[] write(long launch, List<MemorySegment> parts) {
      int[] numbers = launches.numbers(launch);
      long at = 0;
      for (int i = 0; i < numbers.length; i++) {
        EntrySlice slice = launches.slices().get(numbers[i]);
        describe(slice, at / EntrySlice.ENTRY_BYTES, parts.get(1), i);
        MemorySegment.copy(slice.entries(), 0, parts.get(0), at, slice.entries().byteSize());
        at += slice.entries().byteSize();
        parts.get(2).setAtIndex(ValueLayout.JAVA_INT, i, i);
      }
      return new long[] {
        at, (long) numbers.length * SLICE_BYTES, (long) numbers.length * Integer.BYTES
      };
    }

    @Override
    public Piece piece(long launch) {
      List<DeviceBuffer> parts = pieces.piece(launch);
      return new Piece(parts.get(0), parts.get(1), parts.get(2), launches.numbers(launch).length);
    }

    @Override
    public void launched(long launch) {
      pieces.used(launch);
    }

    @Override
    public double copySeconds() {
      return pieces.copySeconds();
    }
  }
}
