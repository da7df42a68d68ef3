// What a word is predicted against: itself and noise words, or the path to it in a Huffman tree.
#pragma once

#include "logistic.cuh"
#include "sentences.cuh"

// The word, and words drawn from the noise distribution; one that equals the word is skipped. A
// draw chooses from a pool of 2,048, part of a sequence that the noise distribution gives: that of
// the word's slice, or one that moves on by a few words at each position. On the CPU, NoisePool, it
// is a table; here an entry of it is drawn when it is needed.
struct NoiseTargets {
    static constexpr bool DISTINCT = false;
    static constexpr int POOL = 2048;
    static constexpr int FIRST_DRAW = 2;

    const Bits* noise;
    int words;
    int negatives;
    // Words renewed at each position, or 0.
    int renewed;
    Bits key;

    // What part of its change an output is given, by its number among the targets.
    __device__ __forceinline__ float share(int) const { return 1; }

    // Lanes that draw for one word.
    __device__ __forceinline__ int lanes() const { return min(1 + negatives, 32); }

    __device__ __forceinline__ int count(int) const { return 1 + negatives; }

    // A target of a word of the ring, or -1.
    __device__ __forceinline__ int at(
            int number, int centre, int word, const Window& window) const {
        if (number == 0) {
            return target(word, true);
        }
        long long position = window.ring.position(centre);
        Bits bits = draw(key, position, FIRST_DRAW + number - 1);
        int other = noiseWord(bits, position, window.slice);
        return other == word ? -1 : target(other, false);
    }

    __device__ __forceinline__ int noiseWord(Bits bits, long long position, int slice) const {
        long long first = renewed > 0 ? position * renewed : static_cast<long long>(slice) * POOL;
        // The one number of the pool that stands at this place of the table.
        long long number = first + ((below(bits, POOL) - first) & (POOL - 1));
        return aliasDraw(noise, words, draw(~key, number, 0));
    }
};

// How many warps may train the same node at once before each gives it a part of its change alone.
constexpr float FREE_WARPS = 32;

// 2^n, for n from 0 on.
__device__ __forceinline__ float powerOfTwo(int n) { return __int_as_float((127 + n) << 23); }

// The inner nodes on the way to the word. A step is node * 2 + branch; the label is 1 on branch 0.
struct PathTargets {
    static constexpr bool DISTINCT = true;

    const int* starts;
    const int* steps;
    // The part of the root's change that is given.
    float rootShare;

    __device__ __forceinline__ PathTargets(const int* starts, const int* steps)
        : starts(starts), steps(steps), rootShare(FREE_WARPS / static_cast<float>(gridDim.x)) {}

    // All warps train the root at once, half of them a node below it, and so on. The sum of what
    // hundreds learn without knowing of each other overshoots, so that each gives a part of it: as
    // much as FREE_WARPS would give together.
    __device__ __forceinline__ float share(int depth) const {
        return min(1.0f, rootShare * powerOfTwo(min(depth, 24)));
    }

    __device__ __forceinline__ int lanes() const { return 32; }

    __device__ __forceinline__ int count(int word) const { return starts[word + 1] - starts[word]; }

    __device__ __forceinline__ int at(int number, int, int word, const Window&) const {
        // The number without its lowest bit is that of the node, as in target().
        return steps[starts[word] + number] ^ 1;
    }
};

// The targets of one word after the other, in groups of at most COUNT different rows. Drawing them
// and looking them up takes as long as training some pairs of rows, and no longer for as many words
// as the lanes suffice for.
template <int COUNT, class Targets>
class TargetGroups {
public:
    // The memory has room for 32 targets.
    __device__ __forceinline__ TargetGroups(const Targets& targets, int* memory, int lane)
        : targets(targets), memory(memory), lane(lane) {}

    // Calls train(first target, count, its number) for all targets of a window.
    template <class Train>
    __device__ __forceinline__ void each(const Window& window, Train&& train) {
        int lanes = targets.lanes();
        int place = window.centre - firstCentre;
        if (window.centre == 0 || place >= words) {
            draw(window, lanes);
            place = 0;
        }
        int from = batch.before(place * lanes);
        int to = batch.before(place * lanes + lanes);
        bool more = (longer >> (place * lanes) & 1) != 0;
        for (int first = 0;;) {
            batch.eachGroup(from, to, first, lane, train);
            if (!more) {
                break;
            }
            first += first == 0 ? lanes : 32;
            more = drawRest(window, first);
            from = 0;
            to = batch.before(32);
        }
    }

private:
    // Draws for the words from the window's on.
    __device__ __forceinline__ void draw(const Window& window, int lanes) {
        firstCentre = window.centre;
        words = min(32 / lanes, window.ring.kept - window.centre);
        int mine = -1;
        bool more = false;
        int place = lane / lanes;
        if (place < words) {
            int centre = firstCentre + place;
            int word = window.word(centre);
            int number = lane - place * lanes;
            int count = targets.count(word);
            more = count > lanes;
            mine = number < count ? targets.at(number, centre, word, window) : -1;
        }
        longer = __ballot_sync(FULL_WARP, more);
        batch.fill(mine, memory, lane);
    }

    // Draws further targets of the window's word, in the place of those of others. Returns whether
    // there are more.
    __device__ __forceinline__ bool drawRest(const Window& window, int first) {
        words = 0;
        int word = window.word(window.centre);
        int count = targets.count(word);
        int number = first + lane;
        batch.fill(
            number < count ? targets.at(number, window.centre, word, window) : -1, memory, lane);
        return first + 32 < count;
    }

    const Targets& targets;
    int* memory;
    int lane;
    int firstCentre = 0;
    int words = 0;
    // The lanes of words that have more targets than lanes.
    unsigned longer = 0;
    Batch<COUNT, Targets::DISTINCT> batch;
};
