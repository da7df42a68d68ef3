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
    return (labelLessHalf - x * numerator * reciprocal(denominator)) * rate;
}

// -ln(probability of the label), read off a coefficient.
__device__ __forceinline__ float lossOf(float coefficient, float rate) {
    float wrong = fabsf(coefficient / rate);
    return -log1pf(-(wrong > 1 - 1e-6f ? 1 - 1e-6f : wrong));
}

// An output row and its label in one number; -1 is none.
__device__ __forceinline__ int target(int row, bool label) { return row * 2 + (label ? 1 : 0); }

// Output rows that are trained together, different from each other, in registers, against INPUTS
// input rows at once.
template <int FLOATS, int INPUTS>
struct OutputGroup {
    // Six rows are the word and the usual five negatives. Of wide rows fewer fit the registers.
    static constexpr int COUNT = FLOATS > 320 ? 4 : 6;
    // Sum i * COUNT + o is that of input i and output o.
    using Sums = Butterfly<INPUTS * COUNT>;

    Row<FLOATS> rows[COUNT];
    Row<FLOATS> before[COUNT];
    const int* targets;
    int size;
    // Those of the sum that this lane holds; the rate is zero where there is none.
    float labelLessHalf;
    float rate;

    __device__ __forceinline__ void read(
            float* outputs, const int* from, int count, float learningRate, int lane) {
        targets = from;
        size = count;
#pragma unroll
        for (int o = 0; o < COUNT; o++) {
            if (o < count) {
                load(rows[o], rowOf<FLOATS>(outputs, from[o] >> 1));
            } else {
                clear(rows[o]);
            }
            before[o] = rows[o];
        }
        int slot = lane % Sums::SLOTS;
        int output = slot % COUNT;
        bool exists = slot < INPUTS * COUNT && output < count;
        labelLessHalf = exists && (from[exists ? output : 0] & 1) != 0 ? 0.5f : -0.5f;
        // A product, so that the rate has come from memory before the loop that uses it.
        rate = (exists ? 1.0f : 0.0f) * learningRate;
    }

    // Adds to each row in memory what training has changed in it, times share(o).
    template <class Share>
    __device__ __forceinline__ void write(float* outputs, Share&& share) const {
        float* at[COUNT];
#pragma unroll
        for (int o = 0; o < COUNT; o++) {
            at[o] = rowOf<FLOATS>(outputs, targets[min(o, size - 1)] >> 1);
        }
#pragma unroll
        for (int o = 0; o < COUNT; o++) {
            if (o < size) {
                Row<FLOATS> change;
#pragma unroll
                for (int k = 0; k < change.COUNT; k++) {
                    change.at[k] = rows[o].at[k] - before[o].at[k];
                }
                addTo(at[o], share(o), change);
            }
        }
    }

    // This lane's coefficient, of the first `given` inputs.
    __device__ __forceinline__ float coefficient(
            const Row<FLOATS>* inputs, int given, bool measured, float& loss, int lane) const {
        float sums[INPUTS * COUNT];
#pragma unroll
        for (int i = 0; i < INPUTS; i++) {
#pragma unroll
            for (int o = 0; o < COUNT; o++) {
                sums[i * COUNT + o] = share(inputs[i], before[o]);
            }
        }
        bool none = lane % Sums::SLOTS >= given * COUNT;
        float own = INPUTS > 1 && none ? 0 : rate;
        float coefficient = gate(Sums::sum(sums, lane), labelLessHalf, own);
        if (measured && own != 0 && lane < Sums::SLOTS) {
            loss += lossOf(coefficient, own);
        }
        return coefficient;
    }

    // Trains the rows against the first `given` inputs, and adds to `gradients` how these change: all
    // from the rows as they were read, also where inputs follow others.
    __device__ __forceinline__ void train(
            const Row<FLOATS>* inputs, Row<FLOATS>* gradients, int given, bool measured,
            float& loss, int lane) {
        float coefficient = this->coefficient(inputs, given, measured, loss, lane);
#pragma unroll
        for (int o = 0; o < COUNT; o++) {
            float factors[INPUTS];
#pragma unroll
            for (int i = 0; i < INPUTS; i++) {
                factors[i] = __shfl_sync(FULL_WARP, coefficient, i * COUNT + o);
                add(gradients[i], factors[i], before[o]);
            }
#pragma unroll
            for (int i = 0; i < INPUTS; i++) {
                add(rows[o], factors[i], inputs[i]);
            }
        }
    }
};

// Up to 32 targets in the order of the lanes that have one, in groups of different rows, so that a
// row that is named twice is trained twice.
template <int COUNT, bool DISTINCT>
struct Batch {
    const int* targets = nullptr;
    // The lanes that have one.
    unsigned present = 0;
    // The last of the targets before this lane's that names the same row, or -1.
    int repeated = -1;

    // Takes a target from each lane, or -1, and lists them in memory.
    __device__ __forceinline__ void fill(int mine, int* list, int lane) {
        targets = list;
        present = __ballot_sync(FULL_WARP, mine >= 0);
        unsigned lower = (1u << lane) - 1;
        // All lanes have read what is overwritten here.
        __syncwarp();
        if (mine >= 0) {
            list[__popc(present & lower)] = mine;
        }
        __syncwarp();
        repeated = -1;
        if constexpr (!DISTINCT) {
            int row = lane < __popc(present) ? list[lane] >> 1 : -1 - lane;
            unsigned earlier = __match_any_sync(FULL_WARP, row) & lower;
            repeated = earlier == 0 ? -1 : 31 - __clz(earlier);
        }
    }

    // How many targets the lanes before one have.
    __device__ __forceinline__ int before(int lane) const {
        return __popc(lane < 32 ? present & ((1u << lane) - 1) : present);
    }

    // Calls train(first target, count, the first one's number) for those from `from` to before `to`,
    // the first of which has number `number`.
    template <class Train>
    __device__ __forceinline__ void eachGroup(
            int from, int to, int number, int lane, Train&& train) const {
        while (from < to) {
            int end = min(to, from + COUNT);
            if constexpr (!DISTINCT) {
                unsigned again = __ballot_sync(FULL_WARP, lane > from && repeated >= from);
                end = again == 0 ? end : min(end, __ffs(again) - 1);
            }
            train(targets + from, end - from, number);
            number += end - from;
            from = end;
        }
    }
};
