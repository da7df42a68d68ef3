// Measures what bounds the kernels on the first GPU: how fast it copies inside its own memory, and how
// fast warps read rows of 512 bytes, add to them, and do both. Every addition is counted.
//
//   ceilings FILE.ptx     the PTX of bench/src/main/cuda/ceilings.cu
//
// From the environment: COPY_MEGABYTES (1024), ROWS_A_WARP (20000).

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "driver_calls.h"

namespace {

constexpr std::size_t FLOATS = 128;
constexpr std::size_t ROW_BYTES = 4 * FLOATS;

// Both matrices of 79,284 words, ten megabytes of it, what hundreds of warps often meet, and one row.
struct Extent {
    const char* name;
    int rows;
};
constexpr Extent EXTENTS[] = {{"81 MB", 158568}, {"10 MB", 20000}, {"64 rows", 64}, {"1 row", 1}};

int number(const char* name, int usual) {
    const char* text = std::getenv(name);
    return text == nullptr ? usual : std::atoi(text);
}

int attribute(int device, int which) {
    int value = 0;
    driver::call("cuDeviceGetAttribute", &value, which, device);
    return value;
}

driver::Address allocate(std::size_t bytes) {
    driver::Address address = 0;
    driver::call("cuMemAlloc_v2", &address, bytes);
    return address;
}

// A stream, and a stopwatch for what is put into it.
class Stopwatch {
public:
    Stopwatch() {
        driver::call("cuStreamCreate", &stream, 0u);
        driver::call("cuEventCreate", &begun, 0u);
        driver::call("cuEventCreate", &ended, 0u);
    }

    template <class Work>
    double seconds(Work work) {
        driver::call("cuEventRecord", begun, stream);
        work(stream);
        driver::call("cuEventRecord", ended, stream);
        driver::call("cuEventSynchronize", ended);
        float milliseconds = 0;
        driver::call("cuEventElapsedTime", &milliseconds, begun, ended);
        return milliseconds * 1e-3;
    }

    void* stream = nullptr;

private:
    void* begun = nullptr;
    void* ended = nullptr;
};

double copiedTerabytes(Stopwatch& watch) {
    std::size_t bytes = static_cast<std::size_t>(number("COPY_MEGABYTES", 1024)) << 20;
    driver::Address from = allocate(bytes);
    driver::Address to = allocate(bytes);
    double best = 1e30;
    for (int round = 0; round < 10; round++) {
        best = std::min(best, watch.seconds([&](void* stream) {
            driver::call("cuMemcpyDtoDAsync_v2", to, from, bytes, stream);
        }));
    }
    driver::call("cuMemFree_v2", from);
    driver::call("cuMemFree_v2", to);
    return 2.0 * static_cast<double>(bytes) / best / 1e12;
}

class RowKernel {
public:
    RowKernel(void* module, const char* name, Stopwatch& watch, driver::Address matrix)
        : watch(watch), matrix(matrix) {
        driver::call("cuModuleGetFunction", &function, module, name);
    }

    double seconds(int warps, int rows, int count) const {
        driver::Address sink = matrix;
        void* parameters[] = {
            const_cast<driver::Address*>(&matrix), &rows, &count, &sink};
        return watch.seconds([&](void* stream) {
            driver::call(
                "cuLaunchKernel", function, static_cast<unsigned>(warps), 1u, 1u, 32u, 1u, 1u, 0u,
                stream, static_cast<void**>(parameters), static_cast<void**>(nullptr));
        });
    }

    // Billions of rows a second, the best of three.
    double rate(int warps, int rows, int count) const {
        seconds(warps, rows, std::max(4, count / 40 * 4));
        double best = 1e30;
        for (int round = 0; round < 3; round++) {
            clear(rows);
            best = std::min(best, seconds(warps, rows, count));
        }
        return static_cast<double>(warps) * count / best / 1e9;
    }

    // Whether so many additions of 1 to every column have arrived in the rows, in the last run.
    bool arrived(int rows, double expected) const {
        std::vector<float> host(static_cast<std::size_t>(rows) * FLOATS);
        driver::call(
            "cuMemcpyDtoHAsync_v2", static_cast<void*>(host.data()), matrix, host.size() * 4,
            watch.stream);
        driver::call("cuStreamSynchronize", watch.stream);
        std::array<double, FLOATS> sums{};
        for (std::size_t at = 0; at < host.size(); at++) {
            sums[at % FLOATS] += host[at];
        }
        // Above 2^24 a float no longer counts.
        return expected > 16e6 * rows ||
               std::all_of(sums.begin(), sums.end(), [&](double sum) { return sum == expected; });
    }

private:
    void clear(int rows) const {
        std::size_t bytes = static_cast<std::size_t>(rows) * ROW_BYTES;
        driver::call(
            "cuMemsetD8Async", matrix, static_cast<unsigned char>(0), bytes, watch.stream);
    }

    Stopwatch& watch;
    driver::Address matrix;
    void* function = nullptr;
};

// An idle GPU runs at a fraction of its clock.
void warmUp(const RowKernel& kernel, int warps, int count) {
    auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(300);
    while (std::chrono::steady_clock::now() < end) {
        kernel.seconds(warps, 64, count);
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: ceilings FILE.ptx\n");
        return 2;
    }
    int device = driver::useFirstDevice();
    char name[256];
    driver::call("cuDeviceGetName", name, 256, device);
    int multiprocessors = attribute(device, 16);
    Stopwatch watch;
    std::printf(
        "%s, compute capability %d.%d, %d multiprocessors: copies %.2f TB inside its memory a second, "
        "read and written.\n\n",
        name, attribute(device, 75), attribute(device, 76), multiprocessors,
        copiedTerabytes(watch));

    void* module = driver::moduleOf(arguments[1]);
    driver::Address matrix = allocate(static_cast<std::size_t>(EXTENTS[0].rows) * ROW_BYTES);
    int most = std::max(4, number("ROWS_A_WARP", 20000) / 4 * 4);
    warmUp({module, "read_rows", watch, matrix}, 8 * multiprocessors, most);
    std::printf("| rows of 512 bytes, G/s | of |");
    std::vector<int> all;
    for (int perMultiprocessor : {1, 4, 8, 16, 32}) {
        all.push_back(perMultiprocessor * multiprocessors);
        std::printf(" %d warps |", all.back());
    }
    std::printf("\n| --- | --- | --: | --: | --: | --: | --: |\n");
    bool lost = false;
    for (const char* kernelName : {"read_rows", "add_rows", "read_and_add_rows"}) {
        RowKernel kernel(module, kernelName, watch, matrix);
        bool adds = std::string(kernelName) != "read_rows";
        for (const Extent& extent : EXTENTS) {
            // One row is slow, and a tenth will do.
            int each = extent.rows == 1 ? std::max(4, most / 40 * 4) : most;
            std::printf("| `%s` | %s |", kernelName, extent.name);
            for (int warps : all) {
                double rate = kernel.rate(warps, extent.rows, each);
                bool complete =
                    !adds || kernel.arrived(extent.rows, static_cast<double>(warps) * each);
                std::printf(" %.3g%s |", rate, complete ? "" : " **lost**");
                lost |= !complete;
            }
            std::printf("\n");
            std::fflush(stdout);
        }
    }
    return lost ? 1 : 0;
}
