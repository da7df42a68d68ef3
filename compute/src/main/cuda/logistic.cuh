// Logistic regression between input rows and groups of output rows, as LogisticKernel on the CPU.
#pragma once

#include "kernel.cuh"
#include "rows.cuh"

// rate (label - sigmoid(x)) by the rational function that LogisticKernel.gate documents, limited to
// +-6. Comparisons, where fminf and fmaxf would lose a NaN.
__device__ __forceinline__ float gate(float product, float labelLessHalf, float rate) {
    float x = product > 6.0f ? 6.0f : product;
    x = x < -6.0f ? -6.0f : x;
    float square = x * x;
    float numerator = fmaf(square * (1 / 64.0f) + 26.25f / 4, square, 945 / 4.0f);
    float denominator = fmaf(square * (15 / 16.0f) + 105.0f, square, 945.0f);
    return (labelLessHalf - x * numerator / denominator) * rate;
}

// -ln(probability of the label), read off a coefficient.
__device__ __forceinline__ float lossOf(float coefficient, float rate) {
    float wrong = fabsf(coefficient / rate);
    return -log1pf(-(wrong > 1 - 1e-6f ? 1 - 1e-6f : wrong));
}

// An output row and its label in one number; -1 is none.
__device__ __forceinline__ int target(int row, bool label) { return row * 2 + (label ? 1 : 0); }

// Output rows that are trained together, different from each other, in registers.
template <int FLOATS>
struct OutputGroup {
    // Six rows are the word and the usual five negatives. Of wide rows fewer fit the registers.
    static constexpr int COUNT = FLOATS > 320 ? 4 : 6;
    using Sums = Butterfly<COUNT>;

    Row<FLOATS> rows[COUNT];
    Row<FLOATS> before[COUNT];
    const int* targets;
    int size;
    float labelLessHalf;
    float rate;
    bool counts;

    __device__ __forceinline__ void read(
            const float* outputs, const int* from, int count, float learningRate, int lane) {
        targets = from;
        size = count;
#pragma unroll
        for (int i = 0; i < COUNT; i++) {
            if (i < count) {
                load(rows[i], outputs + static_cast<size_t>(from[i] >> 1) * FLOATS, lane);
            } else {
                clear(rows[i]);
            }
            before[i] = rows[i];
        }
        int slot = lane % Sums::SLOTS;
        bool exists = slot < count;
        labelLessHalf = exists && (from[exists ? slot : 0] & 1) != 0 ? 0.5f : -0.5f;
        rate = exists ? learningRate : 0;
        counts = exists && lane < Sums::SLOTS;
    }

    // Adds to each row in memory what training has changed in it, times share(i).
    template <class Share>
    __device__ __forceinline__ void write(float* outputs, int lane, Share&& share) const {
#pragma unroll
        for (int i = 0; i < COUNT; i++) {
            if (i < size) {
                Row<FLOATS> change;
#pragma unroll
                for (int k = 0; k < change.COUNT; k++) {
                    change.at[k] = rows[i].at[k] - before[i].at[k];
                }
                addTo(
                    outputs + static_cast<size_t>(targets[i] >> 1) * FLOATS, share(i), change,
                    lane);
            }
        }
    }

    // This lane's coefficient of the input and its row.
    __device__ __forceinline__ float coefficient(const Row<FLOATS>& input, int lane) const {
        float sums[COUNT];
#pragma unroll
        for (int i = 0; i < COUNT; i++) {
            sums[i] = share(input, rows[i]);
        }
        return gate(Sums::sum(sums, lane), labelLessHalf, rate);
    }

    __device__ __forceinline__ void measure(
            const Row<FLOATS>& input, float& loss, int lane) const {
        float coefficient = this->coefficient(input, lane);
        loss += counts ? lossOf(coefficient, rate) : 0;
    }

    // Trains the rows against an input and adds the input's own change to `gradient`. All
    // coefficients come first, from the rows as they were.
    __device__ __forceinline__ void train(
            const Row<FLOATS>& input, Row<FLOATS>& gradient, bool measured, float& loss, int lane) {
        float coefficient = this->coefficient(input, lane);
        if (measured && counts) {
            loss += lossOf(coefficient, rate);
        }
#pragma unroll
        for (int i = 0; i < COUNT; i++) {
            float factor = __shfl_sync(FULL_WARP, coefficient, i);
            add(gradient, factor, rows[i]);
            add(rows[i], factor, input);
        }
    }
};

// Cuts a batch of up to 32 targets, one in each lane, into groups of different rows, so that a row
// that is named twice is trained twice, and calls train(first target, count, the first one's number),
// where the batch begins with number `begin`.
template <int COUNT, bool DISTINCT, class Train>
__device__ __forceinline__ void eachGroup(
        int mine, int begin, int* list, int lane, Train&& train) {
    unsigned lower = (1u << lane) - 1;
    unsigned present = __ballot_sync(FULL_WARP, mine >= 0);
    int size = __popc(present);
    if (mine >= 0) {
        list[__popc(present & lower)] = mine;
    }
    __syncwarp();
    int repeats = -1;
    if constexpr (!DISTINCT) {
        int row = lane < size ? list[lane] >> 1 : -1 - lane;
        unsigned earlier = __match_any_sync(FULL_WARP, row) & lower;
        repeats = earlier == 0 ? -1 : 31 - __clz(earlier);
    }
    int end;
    for (int from = 0; from < size; from = end) {
        end = min(size, from + COUNT);
        if constexpr (!DISTINCT) {
            unsigned again = __ballot_sync(FULL_WARP, lane > from && repeats >= from);
            end = again == 0 ? end : min(end, __ffs(again) - 1);
        }
        train(list + from, end - from, begin + from);
    }
    // The next batch goes into the same memory.
    __syncwarp();
}
