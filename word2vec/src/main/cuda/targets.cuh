// What a word is predicted against: itself and noise words, or the path to it in a Huffman tree.
#pragma once

#include "logistic.cuh"
#include "sentences.cuh"

// The word, and words drawn from the noise distribution; one that equals the word is skipped. A
// draw chooses from a pool of 2,048, part of a sequence that the noise distribution gives: that of
// the word's slice, or one that moves on by so many words at each position. On the CPU, NoisePool, it
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
    static __device__ __forceinline__ float share(int) { return 1; }

    __device__ __forceinline__ int first(int) const { return 0; }

    __device__ __forceinline__ int end(int) const { return 1 + negatives; }

    __device__ __forceinline__ int at(int number, int word, const Window& window) const {
        if (number == 0) {
            return target(word, true);
        }
        int other = noiseWord(draw(key, window.position, FIRST_DRAW + number - 1), window);
        return other == word ? -1 : target(other, false);
    }

    __device__ __forceinline__ int noiseWord(Bits bits, const Window& window) const {
        long long first = renewed > 0 ? window.position * renewed
                                      : static_cast<long long>(window.slice) * POOL;
        // The one number of the pool that stands at this place of the table.
        long long number = first + ((below(bits, POOL) - first) & (POOL - 1));
        return aliasDraw(noise, words, draw(~key, number, 0));
    }
};

// How many warps may train the same node at once before each gives it a part of its change alone.
constexpr float FREE_WARPS = 32;

// The inner nodes on the way to the word. A step is node * 2 + branch; the label is 1 on branch 0.
struct PathTargets {
    static constexpr bool DISTINCT = true;

    const int* starts;
    const int* steps;

    // All warps train the root at once, half of them a node below it, and so on. The sum of what
    // hundreds learn without knowing of each other overshoots, so that each gives a part of it: as
    // much as FREE_WARPS would give together.
    static __device__ __forceinline__ float share(int depth) {
        float together = static_cast<float>(gridDim.x) / static_cast<float>(1 << min(depth, 24));
        return together > FREE_WARPS ? FREE_WARPS / together : 1;
    }

    __device__ __forceinline__ int first(int word) const { return starts[word]; }

    __device__ __forceinline__ int end(int word) const { return starts[word + 1]; }

    __device__ __forceinline__ int at(int number, int, const Window&) const {
        // The number without its lowest bit is that of the node, as in target().
        return steps[number] ^ 1;
    }
};

// Calls train(first target, count, its number) for all targets of a word, in groups of different
// rows.
template <int COUNT, class Targets, class Train>
__device__ __forceinline__ void eachTargetGroup(
        const Targets& targets, const Window& window, int* list, int lane, Train&& train) {
    int word = window.word(window.centre);
    int begin = targets.first(word);
    int end = targets.end(word);
    for (int first = begin; first < end; first += 32) {
        int mine = first + lane < end ? targets.at(first + lane, word, window) : -1;
        eachGroup<COUNT, Targets::DISTINCT>(mine, first - begin, list, lane, train);
    }
}
