package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The CUDA driver of this machine: {@code libcuda.so.1}, or {@code nvcuda.dll} on Windows, which
 * comes with NVIDIA's driver. Nothing is loaded before {@link #open} is called.
 *
 * <p>The system property {@value #LIBRARY} names another library with the same functions. Safe for
 * use by several threads.
 */
public final class CudaDriver {
  /** System property with the path of a driver library to load in place of the system's. */
  public static final String LIBRARY = "wordvec.cuda.library";

  /** Drivers of CUDA 10.0 and newer know the PTX that we ship. */
  public static final int LEAST_VERSION = 10_000;

  private static final int NAME_BYTES = 256;
  private static final int MULTIPROCESSORS = 16;
  private static final int MAJOR = 75;
  private static final int MINOR = 76;

  /** A driver stays loaded: there is no way to unload one that has run. */
  private static final Map<String, CudaDriver> OPENED = new ConcurrentHashMap<>();

  private final CudaFunctions functions;

  private CudaDriver(CudaFunctions functions) {
    this.functions = functions;
  }

  /** Calls the driver and returns its {@code CUresult}. */
  @FunctionalInterface
  interface Call {
    int run(CudaFunctions cuda) throws Throwable;
  }

  /**
   * Loads and starts the driver.
   *
   * @throws CudaException if there is none, or it does not start
   */
  public static CudaDriver open() {
    String library = System.getProperty(LIBRARY, systemLibrary());
    CudaDriver driver =
        OPENED.computeIfAbsent(library, name -> new CudaDriver(new CudaFunctions(load(name))));
    int failed = driver.run(cuda -> (int) cuda.init.invokeExact(0));
    if (failed == CudaException.NO_DEVICE) {
      throw new CudaException("the CUDA driver finds no GPU");
    }
    driver.check("cuInit", failed);
    return driver;
  }

  private static String systemLibrary() {
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    return windows ? "nvcuda.dll" : "libcuda.so.1";
  }

  @SuppressWarnings("restricted") // the library is NVIDIA's, or the one that the user named
  private static SymbolLookup load(String library) {
    try {
      return library.contains("/") || library.contains("\\")
          ? SymbolLookup.libraryLookup(Path.of(library), Arena.global())
          : SymbolLookup.libraryLookup(library, Arena.global());
    } catch (IllegalArgumentException e) {
      throw new CudaException(
          "no CUDA driver (" + library + "): it comes with NVIDIA's driver for the GPU");
    }
  }

  /** Returns the newest CUDA that the driver supports: 1000 × major + 10 × minor. */
  public int version() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment version = arena.allocate(JAVA_INT);
      check("cuDriverGetVersion", cuda -> (int) cuda.driverGetVersion.invokeExact(version));
      return version.get(JAVA_INT, 0);
    }
  }

  /** Returns all GPUs that the driver sees. */
  public List<CudaDevice> devices() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(JAVA_INT);
      check("cuDeviceGetCount", cuda -> (int) cuda.deviceGetCount.invokeExact(count));
      List<CudaDevice> devices = new ArrayList<>();
      for (int index = 0; index < count.get(JAVA_INT, 0); index++) {
        devices.add(device(arena, index));
      }
      return devices;
    }
  }

  private CudaDevice device(Arena arena, int index) {
    MemorySegment handle = arena.allocate(JAVA_INT);
    check("cuDeviceGet", cuda -> (int) cuda.deviceGet.invokeExact(handle, index));
    int device = handle.get(JAVA_INT, 0);
    MemorySegment name = arena.allocate(NAME_BYTES);
    check(
        "cuDeviceGetName",
        cuda -> (int) cuda.deviceGetName.invokeExact(name, NAME_BYTES - 1, device));
    MemorySegment bytes = arena.allocate(JAVA_LONG);
    check("cuDeviceTotalMem", cuda -> (int) cuda.deviceTotalMem.invokeExact(bytes, device));
    return new CudaDevice(
        this,
        index,
        device,
        name.getString(0),
        bytes.get(JAVA_LONG, 0),
        10 * attribute(arena, MAJOR, device) + attribute(arena, MINOR, device),
        attribute(arena, MULTIPROCESSORS, device),
        version());
  }

  private int attribute(Arena arena, int attribute, int device) {
    MemorySegment value = arena.allocate(JAVA_INT);
    check(
        "cuDeviceGetAttribute",
        cuda -> (int) cuda.deviceGetAttribute.invokeExact(value, attribute, device));
    return value.get(JAVA_INT, 0);
  }

  /** Makes a call that must succeed. */
  void check(String name, Call call) {
    check(name, run(call));
  }

  /** Makes a call and returns its {@code CUresult}. */
  int run(Call call) {
    try {
      return call.run(functions);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private void check(String name, int code) {
    if (code != 0) {
      throw CudaException.of(name, code, errorName(code));
    }
  }

  /** Makes a call on a GPU that must succeed. */
  void check(CudaDevice device, String name, Call call) {
    int code = run(call);
    if (code != 0) {
      throw CudaException.of(device, name, code, errorName(code));
    }
  }

  /** Returns CUDA's name of an error. */
  @SuppressWarnings("restricted") // a C string that the driver owns
  String errorName(int code) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocate(ADDRESS);
      int failed = run(cuda -> (int) cuda.getErrorName.invokeExact(code, name));
      MemorySegment text = name.get(ADDRESS, 0);
      return failed == 0 && text.address() != 0
          ? text.reinterpret(NAME_BYTES).getString(0)
          : "CUresult " + code;
    }
  }
}
