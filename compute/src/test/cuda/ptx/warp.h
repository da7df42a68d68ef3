// A warp that executes PTX, each lane at an instruction of its own.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "../emulation.h"
#include "program.h"

namespace ptx {

constexpr int LANES = 32;
constexpr std::uint32_t ALL_LANES = 0xFFFFFFFFu;

// Small and plain.
struct Chance {
    std::uint64_t state;
    unsigned below(unsigned bound) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<unsigned>((state >> 33) % bound);
    }
};

// A place in a launch.
struct Place {
    unsigned thread = 0;
    unsigned block = 0;
    unsigned blockSize = 0;
    unsigned gridSize = 0;
};

class Warp {
public:
    // Lanes 0 to 31 are threads from place.thread on, as many as the block has.
    Warp(const Function& function, Place place, const char* parameters, std::vector<char>& shared);

    bool ended() const { return groups.empty(); }

    // Executes one instruction in lanes that stand at the same. Throws std::runtime_error where no
    // lane can go on, and at an access that no GPU grants.
    void step(emulation::Schedule schedule, Chance& chance);

    // A register in all lanes.
    std::uint64_t* at(int number) { return &registers[static_cast<std::size_t>(number) * LANES]; }

    // Calls f(lane) for the lanes of a mask.
    template <class F>
    static void each(std::uint32_t lanes, F f) {
        if (lanes == ALL_LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                f(lane);
            }
            return;
        }
        for (; lanes != 0; lanes &= lanes - 1) {
            f(std::countr_zero(lanes));
        }
    }

    // Where an operand points to.
    char* global(const Instruction& instruction, const Operand& operand, int lane, std::size_t bytes);
    char* sharedMemory(
            const Instruction& instruction, const Operand& operand, int lane, std::size_t bytes);
    const char* parameter(const Operand& operand) {
        return parameters + at(operand.at)[0] + operand.offset;
    }

private:
    // Lanes that stand at the same instruction.
    struct Group {
        int at;
        std::uint32_t lanes;
    };

    std::size_t choose(emulation::Schedule schedule, Chance& chance);
    bool canGoOn(const Group& group);
    void execute(Group group);
    void put(int at, std::uint32_t lanes);
    std::uint32_t guarded(const Instruction& instruction, std::uint32_t lanes);

    const Function& function;
    const char* parameters;
    std::vector<char>& shared;
    std::vector<std::uint64_t> registers;
    // No two at the same instruction, but for lanes that were split by chance.
    std::vector<Group> groups;
};

}  // namespace ptx
