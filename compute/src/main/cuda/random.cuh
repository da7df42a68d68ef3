// Random draws without a state, bit for bit those of CounterRandom and AliasTable on the CPU.
#pragma once

using Bits = unsigned long long;

constexpr unsigned FULL_WARP = 0xFFFFFFFFu;
constexpr Bits GOLDEN = 0x9E3779B97F4A7C15ull;
constexpr int DRAW_BITS = 10;

__device__ __forceinline__ Bits mix(Bits value) {
    Bits mixed = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ull;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
    return mixed ^ (mixed >> 31);
}

// What sets one epoch of one run apart.
__device__ __forceinline__ Bits epochKey(Bits seed, int epoch) {
    return mix(mix(seed + GOLDEN) + static_cast<Bits>(static_cast<long long>(epoch)) * GOLDEN);
}

// 64 random bits: a draw of a position.
__device__ __forceinline__ Bits draw(Bits key, long long position, int number) {
    return mix(key + ((static_cast<Bits>(position) << DRAW_BITS) + number) * GOLDEN);
}

// A number in [0, bound) from the upper half of the bits.
__device__ __forceinline__ int below(Bits bits, int bound) {
    return static_cast<int>(((bits >> 32) * static_cast<unsigned>(bound)) >> 32);
}

// A column's upper half is its own share of 2^32, its lower half the outcome that has the rest.
__device__ __forceinline__ int aliasDraw(const Bits* columns, int size, Bits bits) {
    int column = below(bits, size);
    Bits entry = columns[column];
    return static_cast<unsigned>(bits) < static_cast<unsigned>(entry >> 32)
                          ? column
                          : static_cast<int>(static_cast<unsigned>(entry));
}

// A draw as a float in [-1/2, 1/2), with 24 bits.
__device__ __forceinline__ float centred(Bits bits) {
    return static_cast<float>(static_cast<unsigned>(bits >> 40)) * 0x1p-24f - 0.5f;
}
