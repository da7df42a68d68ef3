package org.wordvec.emulation;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wordvec.compute.cuda.CudaDevice;
import org.wordvec.compute.cuda.CudaDriver;

/**
 * The stand-in for NVIDIA's driver and a GPU, plugged in for a test and taken out when closed. What
 * it shall pretend are environment variables of this process; see faults.h.
 */
public final class EmulatedGpu implements AutoCloseable {
  private static final String[] SETTINGS = {
    "EMULATED_DEVICES",
    "EMULATED_CAPABILITY",
    "EMULATED_DRIVER",
    "EMULATED_MEMORY",
    "EMULATED_PINNED",
    "EMULATED_OCCUPANCY",
    "EMULATED_SECONDS",
    "EMULATED_FAILURE",
    "EMULATED_SCHEDULE",
    "EMULATED_BLOCKS"
  };

  private final String before;

  private EmulatedGpu(String before) {
    this.before = before;
  }

  /** Plugs it in; leaves the test out where it could not be built, which the build has said. */
  public static EmulatedGpu plug(String... settings) {
    Path library = Path.of(System.getProperty("wordvec.emulated.library", "nowhere"));
    assumeTrue(Files.exists(library), "the stand-in for a GPU needs Linux and g++: " + library);
    EmulatedGpu gpu = new EmulatedGpu(System.getProperty(CudaDriver.LIBRARY, ""));
    System.setProperty(CudaDriver.LIBRARY, library.toAbsolutePath().normalize().toString());
    // A call with nothing to pretend: the calls that a failure waits for are counted anew.
    CudaDriver.open();
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      set(parts[0], parts[1]);
    }
    return gpu;
  }

  /** Changes what it pretends. */
  @SuppressWarnings("restricted") // setenv of the C library
  public static void set(String name, String value) {
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle setenv =
          Linker.nativeLinker()
              .downcallHandle(
                  Linker.nativeLinker().defaultLookup().findOrThrow("setenv"),
                  FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
      MemorySegment key = arena.allocateFrom(name);
      MemorySegment text = arena.allocateFrom(value);
      int failed = (int) setenv.invokeExact(key, text, 1);
      if (failed != 0) {
        throw new IllegalStateException("setenv " + name);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first GPU. */
  public CudaDevice device() {
    return devices().getFirst();
  }

  /** All GPUs. */
  public List<CudaDevice> devices() {
    return CudaDriver.open().devices();
  }

  @Override
  public void close() {
    for (String setting : SETTINGS) {
      set(setting, "");
    }
    System.setProperty(CudaDriver.LIBRARY, before);
  }
}
