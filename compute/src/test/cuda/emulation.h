// Runs CUDA kernels on a CPU, a fiber for each thread, to test them where there is no GPU.
//
// Threads of a warp meet wherever they exchange values or wait for each other, and change places
// only there. Several schedules decide who runs next; a kernel that depends on the order, or reads
// shared memory before writing it, gives different results or NaN. What this cannot show: conflicts
// inside of a stretch of plain code, memory order, speed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace emulation {

struct Index {
    unsigned x = 0, y = 0, z = 0;
};

// Where a thread is; what threadIdx and the like stand for.
struct Here {
    Index threadIndex;
    Index blockIndex;
    Index blockSize;
    Index gridSize;
    int lane = 0;
    void* sharedMemory = nullptr;
};

extern constinit thread_local Here* current;

inline const Here& here() { return *current; }

enum class Meeting { SHUFFLE, SHUFFLE_XOR, BALLOT, MATCH, SYNC };

// Gives a value, waits for the lanes of the mask, and answers what each lane gave. The answer is
// good until the next meeting.
const std::uint64_t* meet(Meeting meeting, unsigned mask, std::uint64_t value);

// Waits for all threads of the block.
void meetBlock();

struct Kernel {
    std::string name;
    std::vector<std::size_t> parameterSizes;
    void (*function)();
    void (*call)(void (*function)(), void** parameters);
};

// nullptr if there is none.
const Kernel* find(const std::string& name);

const std::vector<Kernel>& kernels();

// Who runs next when a thread waits.
enum class Schedule {
    // Lanes and warps in order, each until it waits.
    FORWARD,
    // The same from the last to the first.
    REVERSE,
    // One warp as far as it goes, then the next.
    GREEDY,
    // By chance.
    RANDOM
};

struct Options {
    Schedule schedule = Schedule::FORWARD;
    std::uint64_t seed = 1;
    // Blocks whose threads take turns; others wait until one ends.
    unsigned blocksInFlight = 1;
};

// From EMULATED_SCHEDULE (forward, reverse, greedy, random or random:SEED) and EMULATED_BLOCKS.
Options optionsFromEnvironment();

// Runs a kernel to its end on a line of blocks. Answers "" or what went wrong.
std::string launch(
        const Kernel& kernel, unsigned grid, unsigned block, std::size_t sharedBytes,
        void** parameters, const Options& options = optionsFromEnvironment());

// Returns whether blocks run one after the other where the options do not ask for more in flight, so
// that the first trains everything.
bool runsBlocksInTurn();

void add(Kernel kernel);

// Makes a kernel known by name, before main begins.
struct Registration {
    template <class... Parameters>
    Registration(const char* name, void (*function)(Parameters...)) {
        add({name, {sizeof(Parameters)...}, reinterpret_cast<void (*)()>(function),
             &call<Parameters...>});
    }

    template <class... Parameters>
    static void call(void (*function)(), void** parameters) {
        spread<Parameters...>(
            reinterpret_cast<void (*)(Parameters...)>(function), parameters,
            std::index_sequence_for<Parameters...>());
    }

    template <class... Parameters, std::size_t... I>
    static void spread(
            void (*function)(Parameters...), void** parameters, std::index_sequence<I...>) {
        function(*static_cast<std::remove_cv_t<Parameters>*>(parameters[I])...);
    }
};

}  // namespace emulation
