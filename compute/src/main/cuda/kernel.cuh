// How a kernel is declared, so that its name carries the WIDTH it is compiled for.
#pragma once

#define JOINED(name, width) name##_##width
#define JOIN(name, width) JOINED(name, width)

#ifdef WIDTH
#define KERNEL_NAME(name) JOIN(name, WIDTH)
#else
#define KERNEL_NAME(name) name
#endif

#ifdef __CUDACC__
#define KERNEL(name, threads) extern "C" __global__ void __launch_bounds__(threads, 1) KERNEL_NAME(name)
#define REGISTER_KERNEL(name)

extern __shared__ float4 sharedMemory[];

#define SHARED_MEMORY(type) reinterpret_cast<type*>(sharedMemory)
#endif
