// Sums of many rows of a matrix, and one change added to many.
//
// Which rows is told by a function from 0, 1, ... to row numbers. 32 numbers are looked up at once;
// rows are then read several at a time, so that they come from memory together.
#pragma once

#include "rows.cuh"

template <int FLOATS>
constexpr int ROWS_AT_ONCE = FLOATS > 320 ? 2 : FLOATS > 256 ? 3 : FLOATS > 128 ? 4 : 8;

// sum += rows at(0) + at(1) + ... + at(count - 1) of the matrix
template <int FLOATS, class At>
__device__ __forceinline__ void addRows(
        Row<FLOATS>& sum, float* matrix, int count, int lane, At&& at) {
    constexpr int AT_ONCE = ROWS_AT_ONCE<FLOATS>;
    for (int first = 0; first < count; first += 32) {
        int mine = first + lane < count ? at(first + lane) : 0;
        int size = min(32, count - first);
        for (int from = 0; from < size; from += AT_ONCE) {
            Row<FLOATS> rows[AT_ONCE];
#pragma unroll
            for (int i = 0; i < AT_ONCE; i++) {
                int row = __shfl_sync(FULL_WARP, mine, (from + i) % 32);
                if (from + i < size) {
                    load(rows[i], rowOf<FLOATS>(matrix, row));
                } else {
                    clear(rows[i]);
                }
            }
#pragma unroll
            for (int i = 0; i < AT_ONCE; i++) {
#pragma unroll
                for (int k = 0; k < sum.COUNT; k++) {
                    sum.at[k] += rows[i].at[k];
                }
            }
        }
    }
}

// Adds a change to rows at(0), at(1), ... of the matrix, to a row that comes twice twice.
template <int FLOATS, class At>
__device__ __forceinline__ void addToRows(
        const Row<FLOATS>& change, float* matrix, int count, int lane, At&& at) {
    for (int first = 0; first < count; first += 32) {
        int mine = first + lane < count ? at(first + lane) : 0;
        int size = min(32, count - first);
        for (int i = 0; i < size; i++) {
            int row = __shfl_sync(FULL_WARP, mine, i);
            addTo(rowOf<FLOATS>(matrix, row), 1.0f, change);
        }
    }
}

template <int FLOATS>
__device__ __forceinline__ void scale(Row<FLOATS>& row, float factor) {
#pragma unroll
    for (int k = 0; k < row.COUNT; k++) {
        row.at[k] *= factor;
    }
}
