// Rows of a matrix as a warp holds them: each lane some columns in registers.
//
// A row is FLOATS floats long, padded with zeros; lane i has columns i, i + 32, and so on, so that a
// warp reads, and adds to, whole sectors of the second-level cache. Pointers to rows and matrices
// point to the lane's first column: a kernel adds the lane once. Rows are read past the first-level
// cache: that of another multiprocessor may hold a row as it was long ago.
#pragma once

#include "random.cuh"

template <int FLOATS>
struct Row {
    static_assert(FLOATS % 32 == 0, "a row is divided among 32 lanes");
    static constexpr int COUNT = FLOATS / 32;
    float at[COUNT];
};

template <int FLOATS>
__device__ __forceinline__ void clear(Row<FLOATS>& row) {
#pragma unroll
    for (int i = 0; i < row.COUNT; i++) {
        row.at[i] = 0;
    }
}

template <int FLOATS>
__device__ __forceinline__ float* rowOf(float* matrix, int row) {
    return matrix + static_cast<size_t>(row) * FLOATS;
}

template <int FLOATS>
__device__ __forceinline__ void load(Row<FLOATS>& row, const float* base) {
#pragma unroll
    for (int i = 0; i < row.COUNT; i++) {
        row.at[i] = __ldcg(base + i * 32);
    }
}

// Adds factor times a change to a row in memory, so that what other warps add meanwhile is not lost.
template <int FLOATS>
__device__ __forceinline__ void addTo(
        float* base, float factor, const Row<FLOATS>& change) {
#pragma unroll
    for (int i = 0; i < change.COUNT; i++) {
        atomicAdd(base + i * 32, factor * change.at[i]);
    }
}

// target += factor * source
template <int FLOATS>
__device__ __forceinline__ void add(Row<FLOATS>& target, float factor, const Row<FLOATS>& source) {
#pragma unroll
    for (int i = 0; i < source.COUNT; i++) {
        target.at[i] = fmaf(factor, source.at[i], target.at[i]);
    }
}

// This lane's share of a dot product.
template <int FLOATS>
__device__ __forceinline__ float share(const Row<FLOATS>& a, const Row<FLOATS>& b) {
    float sum = a.at[0] * b.at[0];
#pragma unroll
    for (int i = 1; i < a.COUNT; i++) {
        sum = fmaf(a.at[i], b.at[i], sum);
    }
    return sum;
}

// 1/sqrt(x) for normal x, in one instruction where rsqrtf would look for tiny numbers first.
__device__ __forceinline__ float inverseRoot(float x) {
#ifdef __CUDACC__
    float root;
    asm("rsqrt.approx.ftz.f32 %0, %1;" : "=f"(root) : "f"(x));
    return root;
#else
    return 1 / sqrtf(x);
#endif
}

// 1/x for normal x, in one instruction. A division takes a slow path for each dividend that is zero,
// as it is in the lanes of a Butterfly that no value belongs to.
__device__ __forceinline__ float reciprocal(float x) {
#ifdef __CUDACC__
    float result;
    asm("rcp.approx.ftz.f32 %0, %1;" : "=f"(result) : "f"(x));
    return result;
#else
    return 1 / x;
#endif
}

// Sum over all lanes, in every lane.
__device__ __forceinline__ float warpSum(float value) {
#pragma unroll
    for (int bit = 16; bit > 0; bit >>= 1) {
        value += __shfl_xor_sync(FULL_WARP, value, bit);
    }
    return value;
}

// Sums of several values over all lanes at once: lane i holds the sum of value i % SLOTS. At each
// of the first steps a lane gives away half of its values and keeps the other half, so that eight
// sums take 4 + 2 + 1 + 1 + 1 shuffles, where one after the other would take 40.
template <int COUNT>
struct Butterfly {
    static constexpr int SLOTS =
        COUNT > 8 ? 16 : COUNT > 4 ? 8 : COUNT > 2 ? 4 : COUNT > 1 ? 2 : 1;

    static __device__ __forceinline__ float sum(float (&values)[COUNT], int lane) {
        int live = COUNT;
#pragma unroll
        for (int bit = 1; bit < SLOTS; bit *= 2) {
            bool odd = (lane & bit) != 0;
#pragma unroll
            for (int i = 0; 2 * i < live; i++) {
                float even = values[2 * i];
                float other = 2 * i + 1 < live ? values[2 * i + 1] : 0;
                values[i] = (odd ? other : even) + __shfl_xor_sync(FULL_WARP, odd ? even : other, bit);
            }
            live = (live + 1) / 2;
        }
        float sum = values[0];
#pragma unroll
        for (int bit = SLOTS; bit < 32; bit *= 2) {
            sum += __shfl_xor_sync(FULL_WARP, sum, bit);
        }
        return sum;
    }
};
