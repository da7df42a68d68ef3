// CUDA's words for a C++ compiler: put before a .cu with -include, it makes kernels run on the
// emulation. Only what our kernels use.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "emulation.h"

#define __global__
#define __device__
#define __forceinline__ inline __attribute__((always_inline))
#define __launch_bounds__(...)

#define KERNEL(name, threads) static void KERNEL_NAME(name)
#define REGISTER_KERNEL(name) \
    static const emulation::Registration registration_##name( \
        TEXT_OF(KERNEL_NAME(name)), KERNEL_NAME(name));
#define TEXT_OF(name) TEXT(name)
#define TEXT(name) #name

#define SHARED_MEMORY(type) static_cast<type*>(emulation::here().sharedMemory)

#define threadIdx (emulation::here().threadIndex)
#define blockIdx (emulation::here().blockIndex)
#define blockDim (emulation::here().blockSize)
#define gridDim (emulation::here().gridSize)

struct alignas(8) float2 {
    float x, y;
};

struct alignas(16) float4 {
    float x, y, z, w;
};

inline float2 make_float2(float x, float y) { return {x, y}; }
inline float4 make_float4(float x, float y, float z, float w) { return {x, y, z, w}; }

using std::max;
using std::min;

inline int __popc(unsigned bits) { return __builtin_popcount(bits); }
inline int __clz(int bits) { return bits == 0 ? 32 : __builtin_clz(static_cast<unsigned>(bits)); }
inline int __ffs(int bits) { return __builtin_ffs(bits); }

inline int __float_as_int(float value) {
    int bits;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

inline float __int_as_float(int bits) {
    float value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

inline float __uint_as_float(unsigned bits) {
    float value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

template <class T>
T __ldcg(const T* address) {
    return *address;
}

template <class T>
void __stcg(T* address, T value) {
    *address = value;
}

// Threads change places only where they wait for each other, so that plain code is atomic.
template <class T>
T atomicAdd(T* address, T value) {
    T before = *address;
    *address = before + value;
    return before;
}

template <class T>
T atomicMax(T* address, T value) {
    T before = *address;
    *address = max(before, value);
    return before;
}

namespace emulation {
template <class T>
std::uint64_t bitsOf(T value) {
    static_assert(sizeof(T) <= sizeof(std::uint64_t));
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof value);
    return bits;
}

template <class T>
T valueOf(std::uint64_t bits) {
    T value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}
}  // namespace emulation

template <class T>
T __shfl_sync(unsigned mask, T value, int source) {
    const std::uint64_t* all =
        emulation::meet(emulation::Meeting::SHUFFLE, mask, emulation::bitsOf(value));
    return emulation::valueOf<T>(all[source % 32]);
}

template <class T>
T __shfl_xor_sync(unsigned mask, T value, int bits) {
    const std::uint64_t* all =
        emulation::meet(emulation::Meeting::SHUFFLE_XOR, mask, emulation::bitsOf(value));
    return emulation::valueOf<T>(all[emulation::here().lane ^ bits]);
}

inline unsigned __ballot_sync(unsigned mask, bool condition) {
    const std::uint64_t* all = emulation::meet(emulation::Meeting::BALLOT, mask, condition);
    unsigned result = 0;
    for (int lane = 0; lane < 32; lane++) {
        result |= (mask >> lane & 1) != 0 && all[lane] != 0 ? 1u << lane : 0;
    }
    return result;
}

template <class T>
unsigned __match_any_sync(unsigned mask, T value) {
    const std::uint64_t own = emulation::bitsOf(value);
    const std::uint64_t* all = emulation::meet(emulation::Meeting::MATCH, mask, own);
    unsigned result = 0;
    for (int lane = 0; lane < 32; lane++) {
        result |= (mask >> lane & 1) != 0 && all[lane] == own ? 1u << lane : 0;
    }
    return result;
}

inline void __syncwarp(unsigned mask = 0xFFFFFFFFu) {
    emulation::meet(emulation::Meeting::SYNC, mask, 0);
}

inline void __syncthreads() { emulation::meetBlock(); }
