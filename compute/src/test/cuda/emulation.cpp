#include "emulation.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include "fiber.h"

namespace emulation {

constinit thread_local Here* current = nullptr;

namespace {

constexpr unsigned WARP = 32;
constexpr unsigned GREATEST_BLOCK = 1024;
constexpr std::size_t GREATEST_SHARED = 227 * 1024;

struct Thread {
    Fiber fiber;
    Here here;
    unsigned warp = 0;
};

// Values of two meetings in turn: a lane may be at the next while another still reads the last.
struct Warp {
    unsigned block = 0;
    unsigned firstThread = 0;
    unsigned unfinished = 0;
    unsigned ready = 0;
    unsigned turn = 0;
    unsigned arrived = 0;
    unsigned mask = 0;
    Meeting meeting = Meeting::SYNC;
    unsigned parity = 0;
    std::uint64_t values[2][WARP];
};

struct Block {
    unsigned unfinished = 0;
    unsigned waiting = 0;
    std::unique_ptr<GuardedMemory> shared;
};

class Launch {
public:
    Launch(const Kernel& kernel, unsigned grid, unsigned block, std::size_t sharedBytes,
           void** parameters, const Options& options);
    std::string run();
    const std::uint64_t* meet(Meeting meeting, unsigned mask, std::uint64_t value);
    void meetBlock();
    void finish();
    [[noreturn]] void fail(const std::string& reason);
    void callKernel() { kernel.call(kernel.function, parameters); }

private:
    void begin(unsigned slot);
    void leave();
    bool over() const;
    Thread* next();
    Thread* take(Warp& warp, unsigned lane);
    unsigned random(unsigned bound);

    const Kernel& kernel;
    const unsigned grid;
    const unsigned blockSize;
    const std::size_t sharedBytes;
    void** parameters;
    const Options options;
    const unsigned warpsPerBlock;
    unsigned begun = 0;
    std::uint64_t randomState;
    unsigned warpOnTurn = 0;
    Thread* running = nullptr;
    std::string failure;
    Fiber launcher;
    std::vector<Block> blocks;
    std::vector<Warp> warps;
    std::vector<std::unique_ptr<Thread>>& threads;
};

// Stacks are kept from launch to launch.
thread_local std::vector<std::unique_ptr<Thread>> allThreads;
thread_local Launch* launching = nullptr;

void enterThread() {
    launching->callKernel();
    launching->finish();
}

Launch::Launch(const Kernel& kernel, unsigned grid, unsigned block, std::size_t sharedBytes,
               void** parameters, const Options& options)
    : kernel(kernel),
      grid(grid),
      blockSize(block),
      sharedBytes(sharedBytes),
      parameters(parameters),
      options(options),
      warpsPerBlock((block + WARP - 1) / WARP),
      randomState(options.seed),
      threads(allThreads) {
    unsigned inFlight = std::clamp(options.blocksInFlight, 1u, std::max(grid, 1u));
    blocks.resize(inFlight);
    warps.resize(static_cast<std::size_t>(inFlight) * warpsPerBlock);
    while (threads.size() < static_cast<std::size_t>(inFlight) * blockSize) {
        threads.push_back(std::make_unique<Thread>());
    }
}

// Puts the next block of the grid into a free slot. Shared memory is poisoned: as a float it is
// NaN, as a number it leads nowhere.
void Launch::begin(unsigned slot) {
    Block& block = blocks[slot];
    block.unfinished = blockSize;
    block.waiting = 0;
    if (block.shared == nullptr) {
        block.shared = std::make_unique<GuardedMemory>(sharedBytes);
    }
    std::size_t aligned = (sharedBytes + 15) / 16 * 16;
    void* shared = block.shared->endingAtGuard(aligned);
    std::memset(shared, 0xFF, aligned);
    for (unsigned w = 0; w < warpsPerBlock; w++) {
        unsigned lanes = std::min(WARP, blockSize - w * WARP);
        unsigned all = lanes == WARP ? ~0u : (1u << lanes) - 1;
        Warp& warp = warps[slot * warpsPerBlock + w];
        warp = Warp();
        warp.block = slot;
        warp.firstThread = slot * blockSize + w * WARP;
        warp.unfinished = warp.ready = warp.turn = all;
        for (unsigned lane = 0; lane < lanes; lane++) {
            Thread& thread = *threads[warp.firstThread + lane];
            thread.warp = slot * warpsPerBlock + w;
            thread.here = Here{
                {w * WARP + lane, 0, 0}, {begun, 0, 0}, {blockSize, 1, 1}, {grid, 1, 1},
                static_cast<int>(lane), shared};
            thread.fiber.prepare(enterThread);
        }
    }
    begun++;
}

std::string Launch::run() {
    for (unsigned slot = 0; slot < blocks.size() && begun < grid; slot++) {
        begin(slot);
    }
    launching = this;
    while (failure.empty() && !over()) {
        running = next();
        if (running == nullptr) {
            failure = "the threads of " + kernel.name + " wait for each other for ever";
        } else {
            current = &running->here;
            launcher.switchTo(running->fiber);
        }
        // A thread that has ended may not prepare its own stack for another block.
        for (unsigned slot = 0; slot < blocks.size() && begun < grid; slot++) {
            if (blocks[slot].unfinished == 0) {
                begin(slot);
            }
        }
    }
    launching = nullptr;
    current = nullptr;
    return failure;
}

unsigned Launch::random(unsigned bound) {
    randomState = randomState * 6364136223846793005u + 1442695040888963407u;
    return static_cast<unsigned>((randomState >> 33) % bound);
}

Thread* Launch::take(Warp& warp, unsigned lane) {
    warp.ready &= ~(1u << lane);
    warp.turn &= ~(1u << lane);
    return threads[warp.firstThread + lane].get();
}

// Who runs now. A warp's turn is over when all that were ready at its beginning have run.
Thread* Launch::next() {
    unsigned count = static_cast<unsigned>(warps.size());
    if (options.schedule == Schedule::RANDOM) {
        unsigned start = random(count);
        for (unsigned i = 0; i < count; i++) {
            Warp& warp = warps[(start + i) % count];
            if (warp.ready != 0) {
                unsigned lane = random(WARP);
                while ((warp.ready >> lane & 1) == 0) {
                    lane = (lane + 1) % WARP;
                }
                return take(warp, lane);
            }
        }
        return nullptr;
    }
    bool reverse = options.schedule == Schedule::REVERSE;
    for (unsigned i = 0; i <= count; i++) {
        Warp& warp = warps[warpOnTurn];
        unsigned lanes = options.schedule == Schedule::GREEDY ? warp.ready : warp.turn;
        if (lanes != 0) {
            return take(warp, reverse ? 31 - __builtin_clz(lanes) : __builtin_ctz(lanes));
        }
        warpOnTurn = (warpOnTurn + (reverse ? count - 1 : 1)) % count;
        warps[warpOnTurn].turn = warps[warpOnTurn].ready;
    }
    return nullptr;
}

bool Launch::over() const {
    return begun == grid && std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
        return block.unfinished == 0;
    });
}

// The running thread waits or has ended. Where nobody can run, the launcher sees to it.
void Launch::leave() {
    Thread* left = running;
    Thread* thread = next();
    if (thread == left) {
        return;
    }
    if (thread == nullptr) {
        left->fiber.switchTo(launcher);
        return;
    }
    running = thread;
    current = &thread->here;
    left->fiber.switchTo(thread->fiber);
}

const std::uint64_t* Launch::meet(Meeting meeting, unsigned mask, std::uint64_t value) {
    Thread& thread = *running;
    Warp& warp = warps[thread.warp];
    unsigned bit = 1u << thread.here.lane;
    if (warp.arrived == 0) {
        warp.mask = mask;
        warp.meeting = meeting;
    }
    if (warp.mask != mask || warp.meeting != meeting || (mask & bit) == 0) {
        fail("lanes of a warp of " + kernel.name + " meet in different places");
    }
    std::uint64_t* values = warp.values[warp.parity];
    values[thread.here.lane] = value;
    warp.arrived |= bit;
    if (warp.arrived == mask) {
        warp.arrived = 0;
        warp.parity ^= 1;
        warp.ready |= mask;
    }
    leave();
    return values;
}

void Launch::meetBlock() {
    Thread& thread = *running;
    unsigned slot = warps[thread.warp].block;
    Block& block = blocks[slot];
    if (++block.waiting == block.unfinished) {
        block.waiting = 0;
        for (unsigned w = 0; w < warpsPerBlock; w++) {
            Warp& warp = warps[slot * warpsPerBlock + w];
            warp.ready |= warp.unfinished;
        }
    }
    leave();
}

void Launch::finish() {
    Warp& warp = warps[running->warp];
    warp.unfinished &= ~(1u << running->here.lane);
    Block& block = blocks[warp.block];
    block.unfinished--;
    if (block.waiting > 0 && block.waiting == block.unfinished) {
        fail("a thread of " + kernel.name + " ended while others wait for its block");
    }
    if (block.unfinished == 0) {
        running->fiber.switchTo(launcher);
    }
    leave();
    __builtin_unreachable();
}

void Launch::fail(const std::string& reason) {
    failure = reason;
    running->fiber.switchTo(launcher);
    __builtin_unreachable();
}

}  // namespace

const std::uint64_t* meet(Meeting meeting, unsigned mask, std::uint64_t value) {
    return launching->meet(meeting, mask, value);
}

void meetBlock() { launching->meetBlock(); }

namespace {
std::vector<Kernel>& mutableKernels() {
    static std::vector<Kernel> all;
    return all;
}
}  // namespace

void add(Kernel kernel) { mutableKernels().push_back(std::move(kernel)); }

const std::vector<Kernel>& kernels() { return mutableKernels(); }

const Kernel* find(const std::string& name) {
    for (const Kernel& kernel : kernels()) {
        if (kernel.name == name) {
            return &kernel;
        }
    }
    return nullptr;
}

std::string launch(
        const Kernel& kernel, unsigned grid, unsigned block, std::size_t sharedBytes,
        void** parameters, const Options& options) {
    if (grid == 0 || block == 0 || block > GREATEST_BLOCK || sharedBytes > GREATEST_SHARED) {
        return "no GPU runs " + std::to_string(grid) + " blocks of " + std::to_string(block) +
               " threads with " + std::to_string(sharedBytes) + " bytes of shared memory each";
    }
    return Launch(kernel, grid, block, sharedBytes, parameters, options).run();
}

}  // namespace emulation
