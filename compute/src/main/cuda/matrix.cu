// Matrices on the device: start values, constants, and what tells a run that diverges.

#include "kernel.cuh"
#include "random.cuh"

// What inspect_rows adds to. The greatest squared norm is kept as the bits of a float: those of
// positive floats are ordered as the floats are.
struct MatrixSummary {
    int greatestSquaredNorm;
    int unused;
    unsigned long long notFinite;
};

namespace {

__device__ __forceinline__ long long firstOf() {
    return static_cast<long long>(blockIdx.x) * blockDim.x + threadIdx.x;
}

__device__ __forceinline__ long long strideOf() {
    return static_cast<long long>(gridDim.x) * blockDim.x;
}

}  // namespace

// Draws from [-1/2, 1/2) / divisor, as RandomRows and AdaGradRows on the CPU.
KERNEL(random_rows, 256)(
        float* matrix, long long rows, int columns, int stride, float divisor, Bits key) {
    long long size = rows * columns;
    for (long long i = firstOf(); i < size; i += strideOf()) {
        long long row = i / columns;
        matrix[row * stride + (i - row * columns)] = centred(draw(key, i, 0)) / divisor;
    }
}
REGISTER_KERNEL(random_rows)

// A constant in some columns of every row.
KERNEL(fill_columns, 256)(
        float* matrix, long long rows, int first, int count, int stride, float value) {
    long long size = rows * count;
    for (long long i = firstOf(); i < size; i += strideOf()) {
        long long row = i / count;
        matrix[row * stride + first + (i - row * count)] = value;
    }
}
REGISTER_KERNEL(fill_columns)

// Greatest squared norm of a row, and how many values are infinite or NaN. A warp reads a row.
KERNEL(inspect_rows, 256)(
        const float* matrix, long long rows, int columns, int stride, MatrixSummary* summary) {
    int lane = threadIdx.x % 32;
    int greatest = 0;
    unsigned notFinite = 0;
    for (long long row = firstOf() / 32; row < rows; row += strideOf() / 32) {
        float sum = 0;
        for (int column = lane; column < columns; column += 32) {
            float value = matrix[row * stride + column];
            sum = fmaf(value, value, sum);
            // Only of a finite number is the difference with itself zero.
            notFinite += value - value == 0 ? 0 : 1;
        }
        for (int bit = 16; bit > 0; bit >>= 1) {
            sum += __shfl_xor_sync(FULL_WARP, sum, bit);
        }
        greatest = sum == sum ? max(greatest, __float_as_int(sum)) : greatest;
    }
    if (lane == 0) {
        atomicMax(&summary->greatestSquaredNorm, greatest);
    }
    if (notFinite > 0) {
        atomicAdd(&summary->notFinite, static_cast<unsigned long long>(notFinite));
    }
}
REGISTER_KERNEL(inspect_rows)
