// Stands where the emulation stands, and executes the committed PTX of the kernels: what the host
// hands to NVIDIA's driver, not the sources that it was made from. WORDVEC_ROOT is the folder of the
// repository.
//
// Lanes of a warp part at branches and need not go on together before the next exchange, as on a
// GPU since Volta. Under the random schedule they part anywhere. Not shown: what the driver's
// compiler makes of the PTX, the order in which memory sees accesses, speed.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <filesystem>
#include <list>
#include <memory>
#include <stdexcept>

#include "warp.h"

namespace emulation {

namespace {

struct Loaded {
    Kernel kernel;
    ptx::Function function;
};

// Says at the end how much of the kernels that were launched was executed.
struct Modules {
    std::deque<Loaded> all;

    Modules() {
        const char* root = std::getenv("WORDVEC_ROOT");
        std::filesystem::recursive_directory_iterator entries(root == nullptr ? "." : root);
        for (const auto& entry : entries) {
            const std::string path = entry.path().string();
            bool resource = path.find("/src/main/resources/") != path.npos;
            if (resource && entry.path().extension() == ".ptx") {
                for (ptx::Function& function : ptx::read(path)) {
                    Kernel kernel{function.name, function.parameterSizes, nullptr, nullptr};
                    all.push_back({kernel, std::move(function)});
                }
            }
        }
    }

    ~Modules() {
        std::size_t kernels = 0, instructions = 0, executed = 0;
        for (const Loaded& loaded : all) {
            const auto& code = loaded.function.code;
            if (code[0].executed) {
                kernels++;
                instructions += code.size();
                for (const auto& instruction : code) {
                    executed += instruction.executed ? 1 : 0;
                }
            }
        }
        std::fprintf(
            stderr, "PTX of %zu kernels: %zu of %zu instructions executed\n", kernels, executed,
            instructions);
    }

    Loaded* find(const std::string& name) {
        for (Loaded& loaded : all) {
            if (loaded.kernel.name == name) {
                return &loaded;
            }
        }
        return nullptr;
    }
};

Modules& modules() {
    static Modules modules;
    return modules;
}

struct Block {
    std::vector<char> shared;
    std::list<ptx::Warp> warps;
};

class Launch {
public:
    Launch(const ptx::Function& function, unsigned grid, unsigned blockSize,
           std::size_t sharedBytes, const std::vector<char>& parameters, const Options& options)
        : function(function), grid(grid), blockSize(blockSize), sharedBytes(sharedBytes),
          parameters(parameters), options(options), chance{options.seed} {}

    void run() {
        for (;;) {
            while (blocks.size() < std::max(options.blocksInFlight, 1u) && begun < grid) {
                begin();
            }
            if (blocks.empty()) {
                return;
            }
            takeTurn();
        }
    }

private:
    // Shared memory is NaN at first.
    void begin() {
        auto block = std::make_unique<Block>();
        block->shared.assign(function.sharedBytes + sharedBytes, '\xFF');
        for (unsigned thread = 0; thread < blockSize; thread += ptx::LANES) {
            block->warps.emplace_back(
                function, ptx::Place{thread, begun, blockSize, grid}, parameters.data(),
                block->shared);
        }
        blocks.push_back(std::move(block));
        begun++;
    }

    // Some instructions of one warp.
    void takeTurn() {
        bool byChance = options.schedule == Schedule::RANDOM;
        std::size_t count = blocks.size();
        std::size_t chosen = byChance ? chance.below(static_cast<unsigned>(count)) : turn++ % count;
        auto& warps = blocks[chosen]->warps;
        auto last = static_cast<unsigned>(warps.size()) - 1;
        bool fromBehind = options.schedule == Schedule::REVERSE;
        auto warp = std::next(
            warps.begin(), byChance ? chance.below(last + 1) : fromBehind ? last : 0);
        unsigned steps = byChance ? 1 + chance.below(16) : 16;
        for (; steps > 0 && !warp->ended(); steps--) {
            warp->step(options.schedule, chance);
        }
        if (warp->ended()) {
            warps.erase(warp);
        }
        if (warps.empty()) {
            blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(chosen));
        }
    }

    const ptx::Function& function;
    const unsigned grid;
    const unsigned blockSize;
    const std::size_t sharedBytes;
    const std::vector<char>& parameters;
    const Options options;
    ptx::Chance chance;
    unsigned begun = 0;
    std::size_t turn = 0;
    std::vector<std::unique_ptr<Block>> blocks;
};

}  // namespace

const Kernel* find(const std::string& name) {
    const Loaded* loaded = modules().find(name);
    return loaded == nullptr ? nullptr : &loaded->kernel;
}

std::string launch(
        const Kernel& kernel, unsigned grid, unsigned block, std::size_t sharedBytes,
        void** parameters, const Options& options) {
    const ptx::Function& function = modules().find(kernel.name)->function;
    constexpr std::size_t MOST_SHARED = 48 << 10;
    if (grid == 0 || block == 0 || block > function.mostThreads ||
        function.sharedBytes + sharedBytes > MOST_SHARED) {
        return "no GPU runs " + std::to_string(grid) + " blocks of " + std::to_string(block) +
               " threads with " + std::to_string(sharedBytes) + " bytes of shared memory each";
    }
    std::vector<char> values(function.parameterBytes);
    for (std::size_t i = 0; i < function.parameterSizes.size(); i++) {
        std::memcpy(
            &values[function.parameterOffsets[i]], parameters[i], function.parameterSizes[i]);
    }
    try {
        Launch(function, grid, block, sharedBytes, values, options).run();
    } catch (const std::exception& e) {
        return kernel.name + ": " + e.what();
    }
    return "";
}

}  // namespace emulation
