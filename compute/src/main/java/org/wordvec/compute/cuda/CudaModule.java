package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Kernels that the driver has compiled for a GPU. */
public final class CudaModule {
  private static final int ERROR_LOG = 5;
  private static final int ERROR_LOG_SIZE = 6;
  private static final int LOG_BYTES = 8192;

  private final CudaContext context;
  private final Ptx ptx;
  private final long handle;

  private CudaModule(CudaContext context, Ptx ptx, long handle) {
    this.context = context;
    this.ptx = ptx;
    this.handle = handle;
  }

  static CudaModule of(CudaContext context, Ptx ptx) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment module = arena.allocate(JAVA_LONG);
      MemorySegment image = arena.allocateFrom(ptx.text());
      MemorySegment log = arena.allocate(LOG_BYTES);
      MemorySegment options = arena.allocateFrom(JAVA_INT, ERROR_LOG, ERROR_LOG_SIZE);
      MemorySegment values = arena.allocate(ADDRESS, 2);
      values.setAtIndex(ADDRESS, 0, log);
      values.setAtIndex(ADDRESS, 1, MemorySegment.ofAddress(LOG_BYTES - 1));
      CudaDriver driver = context.driver();
      int code =
          driver.run(cuda -> (int) cuda.moduleLoad.invokeExact(module, image, 2, options, values));
      if (code != 0) {
        throw CudaException.of(
            context.device(),
            "cuModuleLoadDataEx",
            code,
            driver.errorName(code),
            reason(log.getString(0)));
      }
      long handle = module.get(JAVA_LONG, 0);
      context.release(cuda -> (int) cuda.moduleUnload.invokeExact(handle));
      return new CudaModule(context, ptx, handle);
    }
  }

  private static String reason(String log) {
    String words = log.replaceAll("\\s+", " ").strip();
    return words.isEmpty() ? "the driver's compiler gives no reason" : words;
  }

  /**
   * Returns a kernel by its name.
   *
   * @throws CudaException if there is none
   */
  public CudaKernel kernel(String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment function = arena.allocate(JAVA_LONG);
      MemorySegment text = arena.allocateFrom(name);
      CudaDriver driver = context.driver();
      int code =
          driver.run(cuda -> (int) cuda.moduleGetFunction.invokeExact(function, handle, text));
      if (code != 0) {
        throw CudaException.of(
            context.device(), "cuModuleGetFunction", code, driver.errorName(code), name);
      }
      List<Integer> parameters = ptx.kernels().getOrDefault(name, List.of());
      return new CudaKernel(context, name, function.get(JAVA_LONG, 0), parameters);
    }
  }
}
