// What the checks of kernels share: a verdict on each kernel, launches under every schedule.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include "emulation.h"
#include "fiber.h"

namespace checks {

// What the checks of one kernel have found so far.
struct Verdict {
    double largestError = 0;
    int failures = 0;
    std::string firstFailure;
};

inline Verdict verdict;

inline void expect(bool holds, const std::string& what) {
    if (!holds && verdict.failures++ == 0) {
        verdict.firstFailure = what;
    }
}

// Expects an error below the bound. NaN is above every bound.
inline void expectError(double error, double bound, const std::string& what) {
    if (!(error <= verdict.largestError)) {
        verdict.largestError = error;
    }
    char number[32];
    std::snprintf(number, sizeof number, "%.1e", error);
    expect(error < bound, what + " off by " + number);
}

// Prints a row of a table for each kernel: its name when its checks begin, the verdict when they end,
// so that the table tells which kernel a program died of. Kernels named as arguments of the program
// are left out.
class Report {
public:
    Report(int count, char** arguments) : leftOut(arguments + 1, arguments + count) {}

    template <class Body>
    void kernel(const std::string& name, Body body) {
        if (leftOut.count(name) != 0) {
            return;
        }
        std::printf("| `%s` | ", name.c_str());
        std::fflush(stdout);
        verdict = Verdict();
        body();
        std::printf(
            "%s | %.1e |", verdict.failures == 0 ? "right" : "**wrong**", verdict.largestError);
        if (verdict.failures > 0) {
            std::printf(
                " %s (%d checks failed)", verdict.firstFailure.c_str(), verdict.failures);
        }
        std::printf(" |\n");
        std::fflush(stdout);
        wrong += verdict.failures == 0 ? 0 : 1;
    }

    int status() const { return wrong == 0 ? 0 : 1; }

private:
    std::set<std::string> leftOut;
    int wrong = 0;
};

// An array that ends at a page that nobody may touch.
template <class T>
class DeviceArray {
public:
    explicit DeviceArray(std::size_t size)
        : count(size), memory(bytes()), start(static_cast<T*>(memory.endingAtGuard(bytes()))) {}
    DeviceArray(const std::vector<T>& values) : DeviceArray(values.size()) {
        std::copy(values.begin(), values.end(), start);
    }
    T* data() const { return start; }
    T& operator[](std::size_t i) const { return start[i]; }
    std::size_t size() const { return count; }

private:
    // Vectors of four floats need their alignment.
    std::size_t bytes() const { return (count * sizeof(T) + 15) / 16 * 16; }

    std::size_t count;
    emulation::GuardedMemory memory;
    T* start;
};

struct Geometry {
    unsigned grid = 1;
    unsigned block = 32;
    std::size_t shared = 0;
};

template <class... Parameters>
void launch(
        const std::string& name, Geometry geometry, const emulation::Options& options,
        Parameters... parameters) {
    const emulation::Kernel* kernel = emulation::find(name);
    if (kernel == nullptr) {
        expect(false, "no kernel " + name);
        return;
    }
    std::vector<std::size_t> sizes{sizeof(Parameters)...};
    expect(sizes == kernel->parameterSizes, name + " takes other parameters");
    void* pointers[] = {static_cast<void*>(&parameters)...};
    std::string failure = emulation::launch(
        *kernel, geometry.grid, geometry.block, geometry.shared, pointers, options);
    expect(failure.empty(), failure);
}

struct NamedOptions {
    const char* name;
    emulation::Options options;
};

inline std::vector<NamedOptions> schedules() {
    using emulation::Schedule;
    return {
        {"forward", {Schedule::FORWARD, 1, 1}}, {"reverse", {Schedule::REVERSE, 1, 1}},
        {"greedy", {Schedule::GREEDY, 1, 1}},   {"random 1", {Schedule::RANDOM, 1, 1}},
        {"random 2", {Schedule::RANDOM, 2, 1}},
    };
}

// Those of the widths that the kernels are compiled for: EMULATED_WIDTHS, or all.
inline std::vector<int> widths(const std::vector<int>& all) {
    const char* chosen = std::getenv("EMULATED_WIDTHS");
    std::string list = std::string(" ") + (chosen == nullptr ? "" : chosen) + " ";
    std::vector<int> result;
    for (int width : all) {
        bool named = list.find(" " + std::to_string(width) + " ") != std::string::npos;
        if (chosen == nullptr || named) {
            result.push_back(width);
        }
    }
    return result;
}

// Small and plain, for test data only.
struct Draws {
    std::uint64_t state;
    std::uint32_t bits() {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::uint32_t>(state >> 32);
    }
    int below(int bound) { return static_cast<int>(bits() % static_cast<unsigned>(bound)); }
    float uniform() { return static_cast<float>(bits()) * 0x1p-32f - 0.5f; }
};

}  // namespace checks
