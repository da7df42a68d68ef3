// A kernel's PTX as it is executed: instructions whose operands are numbers of registers.
//
// Constants and special registers are registers too, which hold their value from the beginning, so
// that an operand is nothing but a register. A register is 64 bits wide in each lane, whatever its
// type.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ptx {

struct Instruction;
class Warp;

// Does an instruction's work in the lanes of a mask.
using Operation = void (*)(const Instruction&, Warp&, std::uint32_t lanes);

struct Operand {
    // Of an address, the register that is added to; of a vector, and of a result with a predicate
    // behind it, the first.
    int at = 0;
    int second = -1;
    std::int64_t offset = 0;
};

struct Instruction {
    enum class Kind {
        PLAIN,
        BRANCH,
        RETURN,
        // Lanes exchange values or wait for each other; the last operand is the mask of those that
        // have to come.
        MEETING
    };

    Kind kind = Kind::PLAIN;
    Operation operation = nullptr;
    // A predicate that must be true, or false where it is negated; -1 is none.
    int guard = -1;
    bool negated = false;
    std::vector<Operand> operands;
    // Where a branch leads.
    int target = -1;
    std::string text;
    mutable bool executed = false;
};

// What registers hold from the beginning.
enum class Special { THREAD, BLOCK, BLOCK_SIZE, GRID_SIZE };

struct Function {
    std::string name;
    std::string file;
    std::vector<std::size_t> parameterSizes;
    std::vector<std::size_t> parameterOffsets;
    std::size_t parameterBytes = 0;
    unsigned mostThreads = 0;
    // Bytes of shared memory besides those that a launch asks for, which come behind them.
    std::size_t sharedBytes = 0;
    int registers = 0;
    std::vector<std::pair<int, std::uint64_t>> constants;
    std::vector<std::pair<int, Special>> specials;
    std::vector<Instruction> code;
};

// The kernels of a file. Throws std::runtime_error at anything that is not understood.
std::vector<Function> read(const std::string& file);

// What does an instruction's work, by its name; nullptr for one that is not known.
Operation operationOf(const std::string& name);

}  // namespace ptx
