package org.wordvec.compute.cuda;

import java.util.Objects;

/**
 * Memory on a GPU, which lives as long as its context. Only {@link CudaContext#allocate} creates
 * one, so that no kernel is given an invalid address.
 */
public final class DeviceBuffer {
  private final long address;
  private final long bytes;

  DeviceBuffer(long address, long bytes) {
    this.address = address;
    this.bytes = bytes;
  }

  /** Returns the address on the GPU. */
  long address() {
    return address;
  }

  /** Returns the size in bytes. */
  public long bytes() {
    return bytes;
  }

  /**
   * Returns a part of it.
   *
   * @throws IndexOutOfBoundsException if it reaches beyond the end
   */
  public DeviceBuffer slice(long from, long length) {
    Objects.checkFromIndexSize(from, length, bytes);
    return new DeviceBuffer(address + from, length);
  }
}
