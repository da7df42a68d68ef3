// GloVe (Pennington, Socher and Manning 2014): AdaGrad on the entries of a matrix of counts. One
// warp, which is a block, trains a slice of entries, one after the other, as the CPU does; as many
// blocks as the host launches are in flight and share the parameters without locks. Both steps of
// AdaGrad are sums, and are added to the rows in memory: whole tiles of frequent words are in flight
// at once, and would overwrite each other.
//
// A row of parameters is WIDTH values, biases among them, and WIDTH sums of squared gradients.
// Compiled once for each WIDTH.

#include "kernel.cuh"
#include "rows.cuh"

// A run of entries of one tile.
struct EntrySlice {
    long long first;
    int size;
    int firstRow;
    int firstColumn;
    // Whether the column is the word, and the row its context.
    int mirrored;
};

// Words of an entry: row and column in 16 bits each, logarithm of the count, weight.
constexpr int ENTRY_WORDS = 3;

namespace {

// No parameter that is worth having is larger than this, so a gradient that has not reached this
// part of the limit before it is multiplied by one is not limited, as WeightedLeastSquares.
constexpr float GREATEST_PARAMETER = 64;

struct Parameters {
    Row<WIDTH> values;
    Row<WIDTH> sums;

    __device__ __forceinline__ void read(const float* row) {
        load(values, row);
        load(sums, row + WIDTH);
    }

    __device__ __forceinline__ void addTo(float* row) const {
        ::addTo(row, 1.0f, values);
        ::addTo(row + WIDTH, 1.0f, sums);
    }
};

// What is to be added to a value, -t / sqrt(sum), and to its sum, t^2, which take the places of both.
// Sums are 1 at least, so the fast root is good to a bit or two.
__device__ __forceinline__ void step(float& value, float& sum, float t) {
    value = -t * inverseRoot(sum);
    sum = t * t;
}

__device__ __forceinline__ float limited(float t, float limit) {
    t = t > limit ? limit : t;
    return t < -limit ? -limit : t;
}

// The changes of both rows by one step, in their places; answers the cost before it.
__device__ __forceinline__ float train(
        Parameters& a, Parameters& b, float logarithm, float weight, float rate, float clip) {
    float difference = warpSum(share(a.values, b.values)) - logarithm;
    float gradient = weight * difference;
    float scale = rate * gradient;
    // A NaN is not below anything, and goes the careful way, where it stays one.
    bool small = fabsf(gradient) * GREATEST_PARAMETER < clip;
    float limit = rate * clip;
#pragma unroll
    for (int i = 0; i < a.values.COUNT; i++) {
        float ta = b.values.at[i] * scale;
        float tb = a.values.at[i] * scale;
        if (!small) {
            ta = limited(ta, limit);
            tb = limited(tb, limit);
        }
        step(a.values.at[i], a.sums.at[i], ta);
        step(b.values.at[i], b.sums.at[i], tb);
    }
    return 0.5f * gradient * difference;
}

// Values and sums of a row stand one behind the other.
__device__ __forceinline__ float* parametersOf(float* matrix, int row) {
    return rowOf<2 * WIDTH>(matrix, row);
}

struct Cost {
    double sum = 0;
    unsigned entries = 0;
};

// Trains the entries of a slice in their order, but those whose row is by `excess` larger than the
// column: of a mirrored slice the diagonal is no part. 32 are read at once, one by each lane.
__device__ __forceinline__ void trainSlice(
        float* rows, float* columns, const unsigned* entries, int size, int excess, float rate,
        float clip, Cost& cost, int lane) {
    for (int first = 0; first < size; first += 32) {
        unsigned pair = 0;
        float logarithm = 0;
        float weight = 0;
        if (first + lane < size) {
            const unsigned* entry = entries + static_cast<size_t>(first + lane) * ENTRY_WORDS;
            pair = entry[0];
            logarithm = __uint_as_float(entry[1]);
            weight = __uint_as_float(entry[2]);
        }
        int here = min(32, size - first);
        float batch = 0;
        for (int i = 0; i < here; i++) {
            unsigned both = __shfl_sync(FULL_WARP, pair, i);
            int row = static_cast<int>(both >> 16);
            int column = static_cast<int>(both & 0xFFFFu);
            float log = __shfl_sync(FULL_WARP, logarithm, i);
            float weighs = __shfl_sync(FULL_WARP, weight, i);
            if (row - column != excess) {
                Parameters a;
                Parameters b;
                a.read(parametersOf(rows, row));
                b.read(parametersOf(columns, column));
                batch += train(a, b, log, weighs, rate, clip);
                a.addTo(parametersOf(rows, row));
                b.addTo(parametersOf(columns, column));
                cost.entries++;
            }
        }
        cost.sum += batch;
    }
}

}  // namespace

KERNEL(adagrad, 32)(
        float* words, float* contexts, const unsigned* entries, long long entriesBase,
        const EntrySlice* slices, const int* order, int count, float rate, float clip,
        unsigned* counter, double* loss) {
    // No row is so much larger than a column.
    constexpr int NOWHERE = 1 << 30;
    int lane = threadIdx.x;
    words += lane;
    contexts += lane;
    Cost cost;
    for (;;) {
        unsigned taken = lane == 0 ? atomicAdd(counter, 1u) : 0;
        taken = __shfl_sync(FULL_WARP, taken, 0);
        if (taken >= static_cast<unsigned>(count)) {
            break;
        }
        EntrySlice slice = slices[order[taken]];
        bool mirrored = slice.mirrored != 0;
        const unsigned* own = entries + (slice.first - entriesBase) * ENTRY_WORDS;
        trainSlice(
            parametersOf(mirrored ? contexts : words, slice.firstRow),
            parametersOf(mirrored ? words : contexts, slice.firstColumn), own, slice.size,
            mirrored ? slice.firstColumn - slice.firstRow : NOWHERE, rate, clip, cost, lane);
    }
    if (lane == 0 && cost.entries > 0) {
        atomicAdd(loss, cost.sum);
        atomicAdd(loss + 1, static_cast<double>(cost.entries));
    }
}
REGISTER_KERNEL(adagrad)
