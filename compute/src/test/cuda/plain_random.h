// The draws of CounterRandom and AliasTable once more, written from the Java, as references use
// them.
#pragma once

#include <cstdint>

namespace plain {

inline std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

inline std::uint64_t key(std::uint64_t seed, int epoch) {
    std::uint64_t golden = 0x9E3779B97F4A7C15u;
    return mix(mix(seed + golden) + static_cast<std::uint64_t>(epoch) * golden);
}

inline std::uint64_t draw(std::uint64_t key, std::int64_t position, int number) {
    std::uint64_t counter = static_cast<std::uint64_t>(position) * 1024 + static_cast<unsigned>(number);
    return mix(key + counter * 0x9E3779B97F4A7C15u);
}

inline int below(std::uint64_t bits, int bound) {
    return static_cast<int>((bits >> 32) * static_cast<unsigned>(bound) >> 32);
}

inline int alias(const std::uint64_t* columns, int size, std::uint64_t bits) {
    int column = below(bits, size);
    bool own = (bits & 0xFFFFFFFFu) < columns[column] >> 32;
    return own ? column : static_cast<int>(columns[column] & 0xFFFFFFFFu);
}

}  // namespace plain
