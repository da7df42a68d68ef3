package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of the CUDA driver API that we call, one C prototype a line. Handles and device
 * pointers are 64-bit numbers, memory of this process is an address; all return a {@code CUresult}.
 *
 * <p>A handle is called by {@code invokeExact}: the types at the call must be those given here.
 */
final class CudaFunctions {
  private final SymbolLookup library;

  // The device: CUdevice is an int, names and counts come back through pointers.
  final MethodHandle init; // (unsigned flags)
  final MethodHandle driverGetVersion; // (int* version)
  final MethodHandle deviceGetCount; // (int* count)
  final MethodHandle deviceGet; // (CUdevice* device, int ordinal)
  final MethodHandle deviceGetName; // (char* name, int length, CUdevice)
  final MethodHandle deviceTotalMem; // (size_t* bytes, CUdevice)
  final MethodHandle deviceGetAttribute; // (int* value, CUdevice_attribute, CUdevice)
  final MethodHandle getErrorName; // (CUresult, const char** name)

  // Contexts and memory.
  final MethodHandle primaryCtxRetain; // (CUcontext*, CUdevice)
  final MethodHandle primaryCtxRelease; // (CUdevice)
  final MethodHandle ctxSetCurrent; // (CUcontext)
  final MethodHandle ctxSynchronize; // ()
  final MethodHandle memGetInfo; // (size_t* free, size_t* total)
  final MethodHandle memAlloc; // (CUdeviceptr*, size_t bytes)
  final MethodHandle memFree; // (CUdeviceptr)
  final MethodHandle memHostAlloc; // (void**, size_t bytes, unsigned flags)
  final MethodHandle memFreeHost; // (void*)
  final MethodHandle copyToDevice; // (CUdeviceptr, const void*, size_t, CUstream)
  final MethodHandle copyToHost; // (void*, CUdeviceptr, size_t, CUstream)
  final MethodHandle memset; // (CUdeviceptr, unsigned char, size_t, CUstream)

  // Streams and events.
  final MethodHandle streamCreate; // (CUstream*, unsigned flags)
  final MethodHandle streamDestroy; // (CUstream)
  final MethodHandle streamSynchronize; // (CUstream)
  final MethodHandle streamWaitEvent; // (CUstream, CUevent, unsigned flags)
  final MethodHandle eventCreate; // (CUevent*, unsigned flags)
  final MethodHandle eventDestroy; // (CUevent)
  final MethodHandle eventRecord; // (CUevent, CUstream)
  final MethodHandle eventSynchronize; // (CUevent)
  final MethodHandle eventElapsedTime; // (float* milliseconds, CUevent start, CUevent end)

  // Modules and kernels.
  final MethodHandle moduleLoad; // (CUmodule*, const void*, unsigned, CUjit_option*, void** values)
  final MethodHandle moduleUnload; // (CUmodule)
  final MethodHandle moduleGetFunction; // (CUfunction*, CUmodule, const char* name)
  final MethodHandle funcSetAttribute; // (CUfunction, CUfunction_attribute, int)
  final MethodHandle occupancy; // (int* blocks, CUfunction, int threads, size_t shared)
  final MethodHandle
      launchKernel; // (CUfunction, 3 grid, 3 block, shared, CUstream, void**, void**)

  CudaFunctions(SymbolLookup library) {
    this.library = library;
    init = bind("cuInit", JAVA_INT);
    driverGetVersion = bind("cuDriverGetVersion", ADDRESS);
    deviceGetCount = bind("cuDeviceGetCount", ADDRESS);
    deviceGet = bind("cuDeviceGet", ADDRESS, JAVA_INT);
    deviceGetName = bind("cuDeviceGetName", ADDRESS, JAVA_INT, JAVA_INT);
    deviceTotalMem = bind("cuDeviceTotalMem_v2", ADDRESS, JAVA_INT);
    deviceGetAttribute = bind("cuDeviceGetAttribute", ADDRESS, JAVA_INT, JAVA_INT);
    getErrorName = bind("cuGetErrorName", JAVA_INT, ADDRESS);
    primaryCtxRetain = bind("cuDevicePrimaryCtxRetain", ADDRESS, JAVA_INT);
    primaryCtxRelease =
        // Drivers of CUDA 10 have the first version alone, which does the same.
        library.find("cuDevicePrimaryCtxRelease_v2").isPresent()
            ? bind("cuDevicePrimaryCtxRelease_v2", JAVA_INT)
            : bind("cuDevicePrimaryCtxRelease", JAVA_INT);
    ctxSetCurrent = bind("cuCtxSetCurrent", JAVA_LONG);
    ctxSynchronize = bind("cuCtxSynchronize");
    memGetInfo = bind("cuMemGetInfo_v2", ADDRESS, ADDRESS);
    memAlloc = bind("cuMemAlloc_v2", ADDRESS, JAVA_LONG);
    memFree = bind("cuMemFree_v2", JAVA_LONG);
    memHostAlloc = bind("cuMemHostAlloc", ADDRESS, JAVA_LONG, JAVA_INT);
    memFreeHost = bind("cuMemFreeHost", ADDRESS);
    copyToDevice = bind("cuMemcpyHtoDAsync_v2", JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG);
    copyToHost = bind("cuMemcpyDtoHAsync_v2", ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    memset = bind("cuMemsetD8Async", JAVA_LONG, JAVA_BYTE, JAVA_LONG, JAVA_LONG);
    streamCreate = bind("cuStreamCreate", ADDRESS, JAVA_INT);
    streamDestroy = bind("cuStreamDestroy_v2", JAVA_LONG);
    streamSynchronize = bind("cuStreamSynchronize", JAVA_LONG);
    streamWaitEvent = bind("cuStreamWaitEvent", JAVA_LONG, JAVA_LONG, JAVA_INT);
    eventCreate = bind("cuEventCreate", ADDRESS, JAVA_INT);
    eventDestroy = bind("cuEventDestroy_v2", JAVA_LONG);
    eventRecord = bind("cuEventRecord", JAVA_LONG, JAVA_LONG);
    eventSynchronize = bind("cuEventSynchronize", JAVA_LONG);
    eventElapsedTime = bind("cuEventElapsedTime", ADDRESS, JAVA_LONG, JAVA_LONG);
    moduleLoad = bind("cuModuleLoadDataEx", ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
    moduleUnload = bind("cuModuleUnload", JAVA_LONG);
    moduleGetFunction = bind("cuModuleGetFunction", ADDRESS, JAVA_LONG, ADDRESS);
    funcSetAttribute = bind("cuFuncSetAttribute", JAVA_LONG, JAVA_INT, JAVA_INT);
    occupancy =
        bind(
            "cuOccupancyMaxActiveBlocksPerMultiprocessor", ADDRESS, JAVA_LONG, JAVA_INT, JAVA_LONG);
    launchKernel =
        bind(
            "cuLaunchKernel",
            JAVA_LONG,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_LONG,
            ADDRESS,
            ADDRESS);
  }

  @SuppressWarnings("restricted") // the signatures above are those of cuda.h
  private MethodHandle bind(String name, MemoryLayout... parameters) {
    return library
        .find(name)
        .map(
            symbol ->
                Linker.nativeLinker()
                    .downcallHandle(symbol, FunctionDescriptor.of(JAVA_INT, parameters)))
        .orElseThrow(
            () -> new CudaException("the CUDA driver has no function " + name + ": it is too old"));
  }
}
