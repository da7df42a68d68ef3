package org.wordvec.compute.cuda;

/**
 * Memory on a GPU, which lives as long as its context.
 *
 * @param address on the GPU
 * @param bytes how much there is
 */
public record DeviceBuffer(long address, long bytes) {
  /**
   * A part of it.
   *
   * @throws IndexOutOfBoundsException if it reaches beyond the end
   */
  public DeviceBuffer slice(long from, long length) {
    java.util.Objects.checkFromIndexSize(from, length, bytes);
    return new DeviceBuffer(address + from, length);
  }
}
