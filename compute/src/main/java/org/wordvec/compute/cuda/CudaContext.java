package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A GPU at work. Owns the memory, the modules and the streams that are made through it, and frees
 * them when it is closed.
 *
 * <p>CUDA ties a context to a thread: whichever thread makes calls must {@link #bind} first. One
 * thread at a time drives a context; it need not always be the same.
 */
public final class CudaContext implements AutoCloseable {
  private final CudaDevice device;
  private final CudaDriver driver;
  private final long handle;
  private final Deque<CudaDriver.Call> releases = new ArrayDeque<>();

  private CudaContext(CudaDevice device, long handle) {
    this.device = device;
    this.driver = device.driver();
    this.handle = handle;
  }

  /** Returns the primary context of a GPU, bound to the calling thread. */
  static CudaContext of(CudaDevice device) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment context = arena.allocate(JAVA_LONG);
      device
          .driver()
          .check(
              device,
              "cuDevicePrimaryCtxRetain",
              cuda -> (int) cuda.primaryCtxRetain.invokeExact(context, device.handle()));
      CudaContext made = new CudaContext(device, context.get(JAVA_LONG, 0));
      made.release(cuda -> (int) cuda.primaryCtxRelease.invokeExact(device.handle()));
      try {
        made.bind();
      } catch (CudaException e) {
        made.close();
        throw e;
      }
      return made;
    }
  }

  /** Returns the GPU. */
  public CudaDevice device() {
    return device;
  }

  /** Lets the calling thread drive this context. */
  public void bind() {
    check("cuCtxSetCurrent", cuda -> (int) cuda.ctxSetCurrent.invokeExact(handle));
  }

  /** Returns the bytes of memory that are free. */
  public long freeBytes() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment free = arena.allocate(JAVA_LONG);
      MemorySegment total = arena.allocate(JAVA_LONG);
      check("cuMemGetInfo", cuda -> (int) cuda.memGetInfo.invokeExact(free, total));
      return free.get(JAVA_LONG, 0);
    }
  }

  /**
   * Checks before any work that there is enough free memory.
   *
   * @throws CudaException if there is not, with the bytes needed and those free
   */
  public void require(long bytes) {
    long free = freeBytes();
    if (bytes > free) {
      throw CudaException.outOfMemory(device, bytes, free);
    }
  }

  /**
   * Allocates memory on the GPU, with whatever was in it.
   *
   * @throws CudaException if there is not that much, with the bytes needed and those free
   */
  public DeviceBuffer allocate(long bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pointer = arena.allocate(JAVA_LONG);
      long size = Math.max(1, bytes);
      int code = driver.run(cuda -> (int) cuda.memAlloc.invokeExact(pointer, size));
      if (code == CudaException.OUT_OF_MEMORY) {
        throw CudaException.outOfMemory(device, size, freeBytes());
      }
      check("cuMemAlloc", _ -> code);
      long address = pointer.get(JAVA_LONG, 0);
      release(cuda -> (int) cuda.memFree.invokeExact(address));
      return new DeviceBuffer(address, bytes);
    }
  }

  /**
   * Allocates pinned memory of this process, for copies that run beside kernels.
   *
   * @throws CudaException if the system does not grant it
   */
  @SuppressWarnings("restricted") // the driver said how much there is
  public MemorySegment allocatePinned(long bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pointer = arena.allocate(ADDRESS);
      int code = driver.run(cuda -> (int) cuda.memHostAlloc.invokeExact(pointer, bytes, 0));
      if (code == CudaException.OUT_OF_MEMORY) {
        throw CudaException.notPinned(device, bytes, driver.errorName(code));
      }
      check("cuMemHostAlloc", _ -> code);
      MemorySegment memory = pointer.get(ADDRESS, 0);
      release(cuda -> (int) cuda.memFreeHost.invokeExact(memory));
      return memory.reinterpret(bytes);
    }
  }

  /** Creates a stream. */
  public CudaStream newStream() {
    return CudaStream.of(this);
  }

  /**
   * Compiles kernels for this GPU.
   *
   * @throws CudaException with the compiler's message if it fails
   */
  public CudaModule load(Ptx ptx) {
    return CudaModule.of(this, ptx);
  }

  /**
   * Frees everything, once the GPU has done what was asked of it. After a fault of a kernel all
   * calls fail, so failures here say nothing new.
   */
  @Override
  public void close() {
    driver.run(cuda -> (int) cuda.ctxSetCurrent.invokeExact(handle));
    driver.run(cuda -> (int) cuda.ctxSynchronize.invokeExact());
    while (!releases.isEmpty()) {
      driver.run(releases.pop());
    }
  }

  CudaDriver driver() {
    return driver;
  }

  void check(String name, CudaDriver.Call call) {
    driver.check(device, name, call);
  }

  /** Makes this call when the context is closed, before those that were asked for earlier. */
  void release(CudaDriver.Call call) {
    releases.push(call);
  }
}
