#include "warp.h"

#include <algorithm>
#include <stdexcept>

namespace ptx {

namespace {

// What a register holds that nothing was written to: as a float or a double it is NaN, as an address
// it leads nowhere.
constexpr std::uint64_t UNWRITTEN = 0x7FF7DEAD7FC0DEADu;

// How seldom lanes that are together are parted by chance.
constexpr unsigned TOGETHER = 24;

}  // namespace

Warp::Warp(
        const Function& function, Place place, const char* parameters, std::vector<char>& shared)
    : function(function), parameters(parameters), shared(shared),
      registers(static_cast<std::size_t>(function.registers) * LANES, UNWRITTEN) {
    for (auto [number, value] : function.constants) {
        std::fill_n(at(number), LANES, value);
    }
    for (auto [number, special] : function.specials) {
        each(ALL_LANES, [&, number = number, special = special](int lane) {
            unsigned values[] = {
                place.thread + static_cast<unsigned>(lane), place.block, place.blockSize,
                place.gridSize};
            at(number)[lane] = values[static_cast<int>(special)];
        });
    }
    unsigned lanes = std::min<unsigned>(LANES, place.blockSize - place.thread);
    groups.push_back({0, lanes == LANES ? ALL_LANES : (1u << lanes) - 1});
}

void Warp::step(emulation::Schedule schedule, Chance& chance) {
    std::size_t chosen = choose(schedule, chance);
    Group group = groups[chosen];
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(chosen));
    bool meets = function.code[group.at].kind == Instruction::Kind::MEETING;
    if (schedule == emulation::Schedule::RANDOM && !meets && chance.below(TOGETHER) == 0) {
        std::uint32_t some = group.lanes & (chance.below(0x10000) << 16 | chance.below(0x10000));
        if (some != 0 && some != group.lanes) {
            groups.push_back({group.at, group.lanes & ~some});
            group.lanes = some;
        }
    }
    execute(group);
}

// Of the lanes that can go on: those that are furthest behind, those that are furthest ahead, those
// that went last, or any.
std::size_t Warp::choose(emulation::Schedule schedule, Chance& chance) {
    if (groups.size() == 1 && canGoOn(groups[0])) {
        return 0;
    }
    std::vector<std::size_t> able;
    for (std::size_t i = 0; i < groups.size(); i++) {
        if (canGoOn(groups[i])) {
            able.push_back(i);
        }
    }
    if (able.empty()) {
        throw std::runtime_error(
            "lanes of a warp wait for each other for ever: " + function.code[groups[0].at].text);
    }
    auto behind = [&](std::size_t a, std::size_t b) { return groups[a].at < groups[b].at; };
    using emulation::Schedule;
    switch (schedule) {
        case Schedule::FORWARD: return *std::min_element(able.begin(), able.end(), behind);
        case Schedule::REVERSE: return *std::max_element(able.begin(), able.end(), behind);
        case Schedule::GREEDY: return able.back();
        case Schedule::RANDOM: break;
    }
    return able[chance.below(static_cast<unsigned>(able.size()))];
}

bool Warp::canGoOn(const Group& group) {
    const Instruction& instruction = function.code[group.at];
    if (instruction.kind != Instruction::Kind::MEETING) {
        return true;
    }
    const std::uint64_t* masks = at(instruction.operands.back().at);
    bool all = true;
    each(group.lanes, [&](int lane) {
        all = all && static_cast<std::uint32_t>(masks[lane]) == group.lanes;
    });
    return all;
}

void Warp::execute(Group group) {
    const Instruction& instruction = function.code[group.at];
    instruction.executed = true;
    std::uint32_t lanes = guarded(instruction, group.lanes);
    switch (instruction.kind) {
        case Instruction::Kind::RETURN:
            put(group.at + 1, group.lanes & ~lanes);
            return;
        case Instruction::Kind::BRANCH:
            put(group.at + 1, group.lanes & ~lanes);
            put(instruction.target, lanes);
            return;
        case Instruction::Kind::PLAIN:
        case Instruction::Kind::MEETING:
            if (lanes != 0) {
                instruction.operation(instruction, *this, lanes);
            }
            put(group.at + 1, group.lanes);
            return;
    }
}

std::uint32_t Warp::guarded(const Instruction& instruction, std::uint32_t lanes) {
    if (instruction.guard < 0) {
        return lanes;
    }
    std::uint32_t result = 0;
    const std::uint64_t* guard = at(instruction.guard);
    for (int lane = 0; lane < LANES; lane++) {
        result |= ((guard[lane] != 0) != instruction.negated ? 1u : 0u) << lane;
    }
    return result & lanes;
}

// Lanes that come to where others stand go on with them.
void Warp::put(int at, std::uint32_t lanes) {
    if (lanes == 0) {
        return;
    }
    auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
        return group.at == at;
    });
    if (same != groups.end()) {
        lanes |= same->lanes;
        groups.erase(same);
    }
    groups.push_back({at, lanes});
}

char* Warp::global(
        const Instruction& instruction, const Operand& operand, int lane, std::size_t bytes) {
    std::uint64_t address = at(operand.at)[lane] + static_cast<std::uint64_t>(operand.offset);
    if (address % bytes != 0) {
        throw std::runtime_error("misaligned address: " + instruction.text);
    }
    return reinterpret_cast<char*>(address);
}

char* Warp::sharedMemory(
        const Instruction& instruction, const Operand& operand, int lane, std::size_t bytes) {
    auto address = static_cast<std::uint32_t>(
        at(operand.at)[lane] + static_cast<std::uint64_t>(operand.offset));
    if (address % bytes != 0 || address + bytes > shared.size()) {
        throw std::runtime_error("no such shared memory: " + instruction.text);
    }
    return shared.data() + address;
}

}  // namespace ptx
