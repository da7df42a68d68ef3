// Sentences of a corpus on the device, one warp on each, and their windows.
#pragma once

#include "kernel.cuh"
#include "rows.cuh"

// The parameters that kernels on sentences begin with, and the struct made of them.
#define SENTENCE_PARAMETERS                                                              \
    const int *ids, long long idsBase, const long long *starts, long long sentenceBase, \
        const long long *sliceStarts, int firstSlice, int endSlice, const float *rates, \
        const unsigned *thresholds

#define SENTENCES                                                                     \
    Sentences {                                                                       \
        ids, idsBase, starts, sentenceBase, sliceStarts, firstSlice, endSlice, rates, \
            thresholds, window, key, counter                                          \
    }

// What all warps of a launch share.
struct Sentences {
    const int* ids;
    long long idsBase;
    const long long* starts;
    long long sentenceBase;
    const long long* sliceStarts;
    int firstSlice;
    int endSlice;
    const float* rates;
    const unsigned* thresholds;
    int window;
    Bits key;
    unsigned* counter;
};

// A place of a sentence, and the words around it that take part. Words that subsampling keeps are
// numbered, and number i stands in ring[i & mask].
struct Window {
    const int* ring;
    int mask;
    int centre;
    int from;
    int to;
    long long position;
    int slice;
    float rate;
    bool measured;

    __device__ __forceinline__ int word(int number) const { return ring[number & mask]; }

    __device__ __forceinline__ int contexts() const { return to - from; }

    // The number of the word at a place of the context, which leaves out the centre.
    __device__ __forceinline__ int numberAt(int place) const {
        return from + place + (from + place >= centre ? 1 : 0);
    }

    __device__ __forceinline__ int context(int place) const { return word(numberAt(place)); }
};

// What one warp has measured; every lane has its part of the loss.
struct Measurement {
    float loss = 0;
    unsigned predictions = 0;

    __device__ __forceinline__ void addTo(double* sums, int lane) const {
        float all = warpSum(loss);
        if (lane == 0) {
            atomicAdd(sums, static_cast<double>(all));
            atomicAdd(sums + 1, static_cast<double>(predictions));
        }
    }
};

// Every how many windows the loss is measured.
constexpr unsigned MEASURED = 64;

// How many words the ring has room for: all that a window reaches, and a read-ahead of 32.
__device__ __forceinline__ int ringSize(int window) {
    int size = 64;
    while (size < 2 * window + 64) {
        size *= 2;
    }
    return size;
}

// The slice of a sentence: the last that begins no later. All lanes look at once.
__device__ __forceinline__ int sliceOf(const Sentences& sentences, long long sentence, int lane) {
    int first = sentences.firstSlice;
    int size = sentences.endSlice - first;
    while (size > 1) {
        int step = (size + 31) / 32;
        bool begun =
            lane * step < size && sentences.sliceStarts[first + lane * step] <= sentence;
        int skipped = (__popc(__ballot_sync(FULL_WARP, begun)) - 1) * step;
        first += skipped;
        size = min(step, size - skipped);
    }
    return first;
}

// Reads 32 more words of a sentence, leaves out frequent ones at random, and answers how many it
// has put behind the `kept` that there are.
__device__ __forceinline__ int readOn(
        const Sentences& sentences, long long start, int place, int length, int kept,
        int* ring, int* places, int mask, int lane) {
    bool keeps = false;
    int id = 0;
    if (place + lane < length) {
        long long position = start + place + lane;
        id = sentences.ids[position - sentences.idsBase];
        unsigned bits = static_cast<unsigned>(draw(sentences.key, position, 0) >> 32);
        keeps = bits <= sentences.thresholds[id];
    }
    unsigned keepers = __ballot_sync(FULL_WARP, keeps);
    // All lanes have read what is overwritten here.
    __syncwarp();
    if (keeps) {
        int number = kept + __popc(keepers & ((1u << lane) - 1));
        ring[number & mask] = id;
        places[number & mask] = place + lane;
    }
    __syncwarp();
    return __popc(keepers);
}

// Calls train(window) for each word that is kept, of one sentence after the other, until no warp
// finds another. A sentence of any length takes the same memory: the ring moves along it.
template <class Train>
__device__ __forceinline__ void eachWindow(
        const Sentences& sentences, int* memory, int lane, Train&& train) {
    int size = ringSize(sentences.window);
    int mask = size - 1;
    int* places = memory + size;
    long long first = sentences.sliceStarts[sentences.firstSlice];
    long long count = sentences.sliceStarts[sentences.endSlice] - first;
    unsigned windows = 0;
    for (;;) {
        unsigned taken = lane == 0 ? atomicAdd(sentences.counter, 1u) : 0;
        taken = __shfl_sync(FULL_WARP, taken, 0);
        if (taken >= count) {
            break;
        }
        long long sentence = first + taken;
        const long long* bounds = sentences.starts + (sentence - sentences.sentenceBase);
        long long start = bounds[0];
        int length = static_cast<int>(bounds[1] - start);
        Window window;
        window.ring = memory;
        window.mask = mask;
        window.slice = sliceOf(sentences, sentence, lane);
        window.rate = sentences.rates[window.slice - sentences.firstSlice];
        int kept = 0;
        int read = 0;
        for (int centre = 0;; centre++) {
            while (kept <= centre + sentences.window && read < length) {
                kept += readOn(
                    sentences, start, read, length, kept, memory, places, mask, lane);
                read += 32;
            }
            if (centre >= kept) {
                break;
            }
            window.centre = centre;
            window.position = start + places[centre & mask];
            int width = 1 + below(draw(sentences.key, window.position, 1), sentences.window);
            window.from = max(0, centre - width);
            window.to = min(kept - 1, centre + width);
            window.measured = windows++ % MEASURED == 0;
            if (window.contexts() > 0) {
                train(window);
            }
        }
    }
}
