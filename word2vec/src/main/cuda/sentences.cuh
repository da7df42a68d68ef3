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

// The words of a sentence that subsampling keeps, as far as they are of use now. They are numbered,
// and number i stands at i & mask.
struct Ring {
    int* words;
    // Where in the sentence.
    int* places;
    // How far the window around each reaches.
    unsigned short* widths;
    int mask;
    // Position of the first word of the sentence.
    long long start;
    // Numbers below this are known.
    int kept;

    __device__ __forceinline__ int word(int number) const { return words[number & mask]; }

    __device__ __forceinline__ long long position(int number) const {
        return start + places[number & mask];
    }
};

// A place of a sentence, and the words around it that take part.
struct Window {
    const Ring& ring;
    int slice;
    float rate;
    int centre;
    int from;
    int to;
    bool measured;

    __device__ __forceinline__ int word(int number) const { return ring.word(number); }

    __device__ __forceinline__ long long position() const { return ring.position(centre); }

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

// Reads 32 more words of a sentence from `place` on, and leaves out frequent ones at random.
__device__ __forceinline__ void readOn(
        const Sentences& sentences, Ring& ring, int place, int length, int lane) {
    bool keeps = false;
    int id = 0;
    int width = 0;
    if (place + lane < length) {
        long long position = ring.start + place + lane;
        id = sentences.ids[position - sentences.idsBase];
        unsigned bits = static_cast<unsigned>(draw(sentences.key, position, 0) >> 32);
        width = 1 + below(draw(sentences.key, position, 1), sentences.window);
        keeps = bits <= sentences.thresholds[id];
    }
    unsigned keepers = __ballot_sync(FULL_WARP, keeps);
    // All lanes have read what is overwritten here.
    __syncwarp();
    if (keeps) {
        int at = (ring.kept + __popc(keepers & ((1u << lane) - 1))) & ring.mask;
        ring.words[at] = id;
        ring.places[at] = place + lane;
        ring.widths[at] = static_cast<unsigned short>(width);
    }
    __syncwarp();
    ring.kept += __popc(keepers);
}

// Behind the ring, memory for 64 numbers.
__device__ __forceinline__ int* behindRing(const Sentences& sentences, int* memory) {
    // Ten bytes a word.
    return memory + ringSize(sentences.window) / 2 * 5;
}

// Calls train(window) for each word that is kept, of one sentence after the other, until no warp
// finds another. A sentence of any length takes the same memory: the ring moves along it.
template <class Train>
__device__ __forceinline__ void eachWindow(
        const Sentences& sentences, int* memory, int lane, Train&& train) {
    int size = ringSize(sentences.window);
    int* places = memory + size;
    auto* widths = reinterpret_cast<unsigned short*>(places + size);
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
        Ring ring{memory, places, widths, size - 1, bounds[0], 0};
        int length = static_cast<int>(bounds[1] - ring.start);
        int slice = sliceOf(sentences, sentence, lane);
        float rate = sentences.rates[slice - sentences.firstSlice];
        int read = 0;
        for (int centre = 0;; centre++) {
            while (ring.kept <= centre + sentences.window && read < length) {
                readOn(sentences, ring, read, length, lane);
                read += 32;
            }
            if (centre >= ring.kept) {
                break;
            }
            int width = widths[centre & ring.mask];
            Window window{
                ring, slice, rate, centre, max(0, centre - width),
                min(ring.kept - 1, centre + width), windows++ % MEASURED == 0};
            if (window.contexts() > 0) {
                train(window);
            }
        }
    }
}
