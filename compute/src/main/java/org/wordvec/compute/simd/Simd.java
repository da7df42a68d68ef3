package org.wordvec.compute.simd;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Shared by all vector kernels: the widest float vector of this machine up to 512 bits, and native
 * memory seen as one segment.
 *
 * <p>Rows are padded to 16 floats, so any of the widths 4, 8 and 16 divides them. One segment that
 * spans all memory keeps range and liveness checks out of the inner loops; the price is that a
 * kernel trusts the addresses it is given, so only this module computes with them.
 */
public final class Simd {
  public static final VectorSpecies<Float> FLOATS =
      FloatVector.SPECIES_PREFERRED.length() > 16
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  public static final int LANES = FLOATS.length();

  public static final int VECTOR_BYTES = LANES * Float.BYTES;

  @SuppressWarnings("restricted")
  public static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  /**
   * The bits that an address may have. C2 does not check a scalar access whose address is masked
   * with them, since it cannot be outside {@link #MEMORY}, nor its alignment if the layout is an
   * unaligned one. The checks of an access that is neither cost more than the access.
   */
  public static final long ADDRESS = (1L << 56) - 1;

  public static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private Simd() {}

  /** Returns the long at an address, which need not be aligned. */
  public static long getLong(long address) {
    return MEMORY.get(JAVA_LONG_UNALIGNED, address & ADDRESS);
  }

  /** Stores a long at an address, which need not be aligned. */
  public static void setLong(long address, long value) {
    MEMORY.set(JAVA_LONG_UNALIGNED, address & ADDRESS, value);
  }

  public static FloatVector load(long address) {
    return FloatVector.fromMemorySegment(FLOATS, MEMORY, address, ORDER);
  }

  public static void store(FloatVector vector, long address) {
    vector.intoMemorySegment(MEMORY, address, ORDER);
  }
}
