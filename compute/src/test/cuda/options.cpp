// How a kernel is run, as the environment has it.

#include <algorithm>
#include <cstdlib>

#include "emulation.h"

namespace emulation {

bool runsBlocksInTurn() { return true; }

Options optionsFromEnvironment() {
    Options options;
    const char* schedule = std::getenv("EMULATED_SCHEDULE");
    if (schedule != nullptr) {
        std::string name = schedule;
        if (name == "reverse") {
            options.schedule = Schedule::REVERSE;
        } else if (name == "greedy") {
            options.schedule = Schedule::GREEDY;
        } else if (name.rfind("random", 0) == 0) {
            options.schedule = Schedule::RANDOM;
            options.seed = name.size() > 7 ? std::strtoull(name.c_str() + 7, nullptr, 10) : 1;
        }
    }
    const char* blocks = std::getenv("EMULATED_BLOCKS");
    if (blocks != nullptr) {
        options.blocksInFlight = static_cast<unsigned>(std::max(1, std::atoi(blocks)));
    }
    return options;
}

}  // namespace emulation
