package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A queue of copies and kernels that run one after the other, beside those of other streams. They
 * have ended after {@link #synchronize}, and not before: until then memory of a copy must stay, and
 * stay as it is. (That of memory which is not pinned is often over when the call returns, but where
 * the GPU reads such memory itself it need not be.)
 */
public final class CudaStream {
  private static final int NON_BLOCKING = 1;

  private final CudaContext context;
  private final long handle;

  private CudaStream(CudaContext context, long handle) {
    this.context = context;
    this.handle = handle;
  }

  static CudaStream of(CudaContext context) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment stream = arena.allocate(JAVA_LONG);
      context.check(
          "cuStreamCreate", cuda -> (int) cuda.streamCreate.invokeExact(stream, NON_BLOCKING));
      long handle = stream.get(JAVA_LONG, 0);
      context.release(cuda -> (int) cuda.streamDestroy.invokeExact(handle));
      return new CudaStream(context, handle);
    }
  }

  /**
   * Copies to the beginning of a buffer.
   *
   * @throws IndexOutOfBoundsException if the buffer is too small
   */
  public void upload(MemorySegment source, DeviceBuffer target) {
    long bytes = source.byteSize();
    java.util.Objects.checkFromIndexSize(0, bytes, target.bytes());
    if (bytes > 0) {
      context.check(
          "cuMemcpyHtoDAsync",
          cuda -> (int) cuda.copyToDevice.invokeExact(target.address(), source, bytes, handle));
    }
  }

  /**
   * Copies from the beginning of a buffer.
   *
   * @throws IndexOutOfBoundsException if the buffer is too small
   */
  public void download(DeviceBuffer source, MemorySegment target) {
    long bytes = target.byteSize();
    java.util.Objects.checkFromIndexSize(0, bytes, source.bytes());
    if (bytes > 0) {
      context.check(
          "cuMemcpyDtoHAsync",
          cuda -> (int) cuda.copyToHost.invokeExact(target, source.address(), bytes, handle));
    }
  }

  /** Sets all bytes of a buffer to zero. */
  public void clear(DeviceBuffer buffer) {
    if (buffer.bytes() > 0) {
      context.check(
          "cuMemsetD8Async",
          cuda ->
              (int) cuda.memset.invokeExact(buffer.address(), (byte) 0, buffer.bytes(), handle));
    }
  }

  /** Runs a kernel. */
  public void launch(CudaKernel kernel, CudaKernel.Shape shape, Object... arguments) {
    kernel.launch(shape, handle, arguments);
  }

  /** Records in an event when all that is queued so far has ended. */
  public void record(CudaEvent event) {
    context.check(
        "cuEventRecord", cuda -> (int) cuda.eventRecord.invokeExact(event.handle(), handle));
  }

  /** Lets what is queued from now on wait for an event of another stream. */
  public void await(CudaEvent event) {
    context.check(
        "cuStreamWaitEvent",
        cuda -> (int) cuda.streamWaitEvent.invokeExact(handle, event.handle(), 0));
  }

  /**
   * Waits until all that is queued has ended.
   *
   * @throws CudaException if any of it failed
   */
  public void synchronize() {
    context.check("cuStreamSynchronize", cuda -> (int) cuda.streamSynchronize.invokeExact(handle));
  }
}
