// What the second-level cache and the memory behind it give: rows of 128 floats, read or added to, drawn
// from the first `rows` of a matrix. With one row every warp meets the same, as at the root of a
// Huffman tree. A warp, which is a block, takes `count` rows, a multiple of four.

#include "kernel.cuh"
#include "random.cuh"

namespace {

constexpr int WIDTH_OF_ROWS = 128;
constexpr int STEP = 4;

__device__ __forceinline__ float* drawnRow(float* matrix, int rows, int number) {
    Bits bits = mix(static_cast<Bits>(blockIdx.x) * 1000003 + number);
    return matrix + static_cast<size_t>(below(bits, rows)) * WIDTH_OF_ROWS + threadIdx.x;
}

}  // namespace

// Nobody can know that the sum is never this one, so the rows are read. Four are on their way at once.
KERNEL(read_rows, 32)(float* matrix, int rows, int count, float* sink) {
    float sum = 0;
    for (int i = 0; i < count; i += STEP) {
#pragma unroll
        for (int k = 0; k < STEP; k++) {
            const float* row = drawnRow(matrix, rows, i + k);
            sum += __ldcg(row) + __ldcg(row + 32) + __ldcg(row + 64) + __ldcg(row + 96);
        }
    }
    if (sum == -1.25f) {
        *sink = sum;
    }
}
REGISTER_KERNEL(read_rows)

KERNEL(add_rows, 32)(float* matrix, int rows, int count, float*) {
    for (int i = 0; i < count; i++) {
        float* row = drawnRow(matrix, rows, i);
#pragma unroll
        for (int k = 0; k < WIDTH_OF_ROWS; k += 32) {
            atomicAdd(row + k, 1.0f);
        }
    }
}
REGISTER_KERNEL(add_rows)

// As kernels that train do: what is added depends on what was read.
KERNEL(read_and_add_rows, 32)(float* matrix, int rows, int count, float*) {
    for (int i = 0; i < count; i++) {
        float* row = drawnRow(matrix, rows, i);
        float values[WIDTH_OF_ROWS / 32];
#pragma unroll
        for (int k = 0; k < WIDTH_OF_ROWS / 32; k++) {
            values[k] = __ldcg(row + k * 32);
        }
#pragma unroll
        for (int k = 0; k < WIDTH_OF_ROWS / 32; k++) {
            atomicAdd(row + k * 32, fmaf(values[k], 1e-30f, 1.0f));
        }
    }
}
REGISTER_KERNEL(read_and_add_rows)
