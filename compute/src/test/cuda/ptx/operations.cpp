// What each instruction does, as NVIDIA's description of PTX has it. Only those that our kernels
// consist of; reader.cpp refuses others.

#include <cmath>
#include <cstring>
#include <map>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "warp.h"

namespace ptx {

namespace {

using u16 = std::uint16_t;
using u32 = std::uint32_t;
using u64 = std::uint64_t;
using s16 = std::int16_t;
using s32 = std::int32_t;
using s64 = std::int64_t;

// A register's value as a type, and a value as a register holds it.
template <class T>
T get(u64 value) {
    if constexpr (std::is_same_v<T, bool>) {
        return value != 0;
    } else {
        T result;
        std::memcpy(&result, &value, sizeof result);
        return result;
    }
}

template <class T>
u64 put(T value) {
    if constexpr (std::is_integral_v<T>) {
        // Signed values fill a wider register with their sign.
        return static_cast<u64>(value);
    } else {
        u64 result = 0;
        std::memcpy(&result, &value, sizeof value);
        return result;
    }
}

// result = F(operands), in each lane; the types are F's.
template <auto F, class R, class... A, std::size_t... I>
void compute(
        R (*)(A...), std::index_sequence<I...>, const Instruction& instruction, Warp& warp,
        u32 lanes) {
    u64* to = warp.at(instruction.operands[0].at);
    const u64* from[] = {warp.at(instruction.operands[1 + I].at)...};
    Warp::each(lanes, [&](int lane) { to[lane] = put<R>(F(get<A>(from[I][lane])...)); });
}

template <class R, class... A>
constexpr auto countOf(R (*)(A...)) {
    return std::index_sequence_for<A...>();
}

template <auto F>
void op(const Instruction& instruction, Warp& warp, u32 lanes) {
    compute<F>(+F, countOf(+F), instruction, warp, lanes);
}

enum class Space { PARAMETER, SHARED, GLOBAL };

template <Space SPACE, class T>
const char* addressOf(const Instruction& instruction, const Operand& operand, Warp& warp, int lane,
                      std::size_t count = 1) {
    switch (SPACE) {
        case Space::PARAMETER: return warp.parameter(operand);
        case Space::SHARED: return warp.sharedMemory(instruction, operand, lane, count * sizeof(T));
        case Space::GLOBAL: return warp.global(instruction, operand, lane, count * sizeof(T));
    }
}

template <Space SPACE, class T>
void load(const Instruction& instruction, Warp& warp, u32 lanes) {
    u64* to = warp.at(instruction.operands[0].at);
    Warp::each(lanes, [&](int lane) {
        T value;
        std::memcpy(
            &value, addressOf<SPACE, T>(instruction, instruction.operands[1], warp, lane),
            sizeof value);
        to[lane] = put(value);
    });
}

template <Space SPACE, class T>
void loadTwo(const Instruction& instruction, Warp& warp, u32 lanes) {
    Warp::each(lanes, [&](int lane) {
        T values[2];
        std::memcpy(
            values, addressOf<SPACE, T>(instruction, instruction.operands[1], warp, lane, 2),
            sizeof values);
        warp.at(instruction.operands[0].at)[lane] = put(values[0]);
        warp.at(instruction.operands[0].second)[lane] = put(values[1]);
    });
}

template <Space SPACE, class T>
void store(const Instruction& instruction, Warp& warp, u32 lanes) {
    const u64* from = warp.at(instruction.operands[1].at);
    Warp::each(lanes, [&](int lane) {
        T value = get<T>(from[lane]);
        auto to = addressOf<SPACE, T>(instruction, instruction.operands[0], warp, lane);
        std::memcpy(const_cast<char*>(to), &value, sizeof value);
    });
}

// What is there becomes F(what is there, the operand).
template <class T, auto F>
void atomic(const Instruction& instruction, Warp& warp, u32 lanes) {
    u64* before = warp.at(instruction.operands[0].at);
    const u64* operand = warp.at(instruction.operands[2].at);
    Warp::each(lanes, [&](int lane) {
        char* address = warp.global(instruction, instruction.operands[1], lane, sizeof(T));
        T value;
        std::memcpy(&value, address, sizeof value);
        T result = F(value, get<T>(operand[lane]));
        before[lane] = put(value);
        std::memcpy(address, &result, sizeof result);
    });
}

// An atomic sum of floats keeps no subnormal number.
float flushed(float value) {
    return std::fpclassify(value) == FP_SUBNORMAL ? std::copysign(0.0f, value) : value;
}

// The sum rounded towards zero: the nearest float, or its neighbour where that is too far out.
float sumTowardsZero(float a, float b) {
    float sum = a + b;
    float ofB = sum - a;
    float rest = (a - (sum - ofB)) + (b - ofB);
    bool tooFar = (sum > 0 && rest < 0) || (sum < 0 && rest > 0);
    return tooFar ? std::nextafter(sum, 0.0f) : sum;
}

// To divide by zero is no fault on a GPU, and gives what nobody should use.
template <class T>
T quotient(T a, T b) {
    return b == 0 ? static_cast<T>(-1) : static_cast<T>(a / b);
}

u32 reversed(u32 value) {
    u32 result = 0;
    for (int bit = 0; bit < 32; bit++) {
        result |= (value >> bit & 1) << (31 - bit);
    }
    return result;
}

template <bool XOR>
void shuffle(const Instruction& instruction, Warp& warp, u32 lanes) {
    const Operand& to = instruction.operands[0];
    u64 values[LANES];
    Warp::each(lanes, [&](int lane) { values[lane] = warp.at(instruction.operands[1].at)[lane]; });
    Warp::each(lanes, [&](int lane) {
        auto by = static_cast<u32>(warp.at(instruction.operands[2].at)[lane]);
        if (static_cast<u32>(warp.at(instruction.operands[3].at)[lane]) != LANES - 1) {
            throw std::runtime_error("a shuffle within parts of a warp: " + instruction.text);
        }
        u32 source = XOR ? static_cast<u32>(lane) ^ by : by % LANES;
        if (source >= LANES || (lanes >> source & 1) == 0) {
            throw std::runtime_error("a shuffle from a missing lane: " + instruction.text);
        }
        warp.at(to.at)[lane] = static_cast<u32>(values[source]);
        if (to.second >= 0) {
            warp.at(to.second)[lane] = 1;
        }
    });
}

void ballot(const Instruction& instruction, Warp& warp, u32 lanes) {
    u32 result = 0;
    Warp::each(lanes, [&](int lane) {
        result |= (warp.at(instruction.operands[1].at)[lane] != 0 ? 1u : 0u) << lane;
    });
    Warp::each(lanes, [&](int lane) { warp.at(instruction.operands[0].at)[lane] = result; });
}

void match(const Instruction& instruction, Warp& warp, u32 lanes) {
    u32 values[LANES];
    Warp::each(lanes, [&](int lane) {
        values[lane] = static_cast<u32>(warp.at(instruction.operands[1].at)[lane]);
    });
    Warp::each(lanes, [&](int lane) {
        u32 same = 0;
        Warp::each(lanes, [&](int other) {
            same |= (values[other] == values[lane] ? 1u : 0u) << other;
        });
        warp.at(instruction.operands[0].at)[lane] = same;
    });
}

void nothing(const Instruction&, Warp&, u32) {}

using Table = std::map<std::string, Operation>;

// setp.eq.TYPE and the like.
template <class T>
void addComparisons(Table& table, const std::string& type) {
    table["setp.eq." + type] = op<[](T a, T b) { return a == b; }>;
    table["setp.ne." + type] = op<[](T a, T b) { return (a < b || a > b); }>;
    table["setp.lt." + type] = op<[](T a, T b) { return a < b; }>;
    table["setp.le." + type] = op<[](T a, T b) { return a <= b; }>;
    table["setp.gt." + type] = op<[](T a, T b) { return (a > b); }>;
    table["setp.ge." + type] = op<[](T a, T b) { return a >= b; }>;
}

// Those that a NaN makes true.
void addUnorderedComparisons(Table& table) {
    table["setp.equ.f32"] = op<[](float a, float b) { return !(a < b || a > b); }>;
    table["setp.neu.f32"] = op<[](float a, float b) { return a != b; }>;
    table["setp.ltu.f32"] = op<[](float a, float b) { return !(a >= b); }>;
    table["setp.leu.f32"] = op<[](float a, float b) { return !(a > b); }>;
    table["setp.gtu.f32"] = op<[](float a, float b) { return !(a <= b); }>;
    table["setp.geu.f32"] = op<[](float a, float b) { return !(a < b); }>;
    table["setp.num.f32"] = op<[](float a, float b) { return a == a && b == b; }>;
}

template <class T>
void addMoves(Table& table, const std::string& type) {
    table["mov." + type] = op<[](T a) { return a; }>;
    table["selp." + type] = op<[](T a, T b, bool first) { return first ? a : b; }>;
}

template <class T>
void addLoads(Table& table, const std::string& type) {
    table["ld.param." + type] = load<Space::PARAMETER, T>;
    table["ld.shared." + type] = load<Space::SHARED, T>;
    table["ld.global." + type] = load<Space::GLOBAL, T>;
    table["ld.global.cg." + type] = load<Space::GLOBAL, T>;
    table["ld.global.v2." + type] = loadTwo<Space::GLOBAL, T>;
    table["st.shared." + type] = store<Space::SHARED, T>;
    table["st.global." + type] = store<Space::GLOBAL, T>;
    table["st.global.cg." + type] = store<Space::GLOBAL, T>;
}

// Whole numbers of 32 bits: u32, of 64: u64. Signed types wrap as unsigned ones do.
template <class U, class S>
void addArithmetic(Table& table, const std::string& bits) {
    for (const std::string& type : {"s" + bits, "u" + bits}) {
        table["add." + type] = op<[](U a, U b) { return a + b; }>;
        table["sub." + type] = op<[](U a, U b) { return a - b; }>;
        table["mul.lo." + type] = op<[](U a, U b) { return a * b; }>;
        table["mad.lo." + type] = op<[](U a, U b, U c) { return a * b + c; }>;
    }
    table["neg.s" + bits] = op<[](U a) { return U{0} - a; }>;
    table["div.s" + bits] = op<[](S a, S b) { return quotient(a, b); }>;
    table["div.u" + bits] = op<[](U a, U b) { return quotient(a, b); }>;
    table["min.s" + bits] = op<[](S a, S b) { return a < b ? a : b; }>;
    table["min.u" + bits] = op<[](U a, U b) { return a < b ? a : b; }>;
    table["max.s" + bits] = op<[](S a, S b) { return a < b ? b : a; }>;
    table["max.u" + bits] = op<[](U a, U b) { return a < b ? b : a; }>;
    table["and.b" + bits] = op<[](U a, U b) { return a & b; }>;
    table["or.b" + bits] = op<[](U a, U b) { return a | b; }>;
    table["xor.b" + bits] = op<[](U a, U b) { return a ^ b; }>;
    table["not.b" + bits] = op<[](U a) { return ~a; }>;
    // Whoever shifts by more than there is shifts everything out.
    constexpr u32 SIZE = 8 * sizeof(U);
    table["shl.b" + bits] = op<[](U a, u32 by) { return by < SIZE ? a << by : U{0}; }>;
    table["shr.u" + bits] = op<[](U a, u32 by) { return by < SIZE ? (a >> by) : U{0}; }>;
    table["shr.s" + bits] = op<[](S a, u32 by) { return (a >> (by < SIZE ? by : SIZE - 1)); }>;
}

Table makeTable() {
    Table table;
    for (const char* type : {"u32", "b32"}) {
        addMoves<u32>(table, type);
        addLoads<u32>(table, type);
    }
    addMoves<u32>(table, "s32");
    addLoads<s32>(table, "s32");
    for (const char* type : {"u64", "s64", "b64"}) {
        addMoves<u64>(table, type);
        addLoads<u64>(table, type);
    }
    addMoves<u16>(table, "u16");
    addLoads<u16>(table, "u16");
    addMoves<bool>(table, "pred");
    addMoves<float>(table, "f32");
    addLoads<float>(table, "f32");
    addMoves<double>(table, "f64");
    addLoads<double>(table, "f64");
    addArithmetic<u32, s32>(table, "32");
    addArithmetic<u64, s64>(table, "64");
    addComparisons<s16>(table, "s16");
    addComparisons<s32>(table, "s32");
    addComparisons<u32>(table, "u32");
    addComparisons<u32>(table, "b32");
    addComparisons<s64>(table, "s64");
    addComparisons<u64>(table, "u64");
    addComparisons<u64>(table, "b64");
    addComparisons<float>(table, "f32");
    addUnorderedComparisons(table);
    Table others = {
        {"cvta.to.global.u64", op<[](u64 a) { return a; }>},
        {"add.s16", op<[](u16 a, u16 b) { return static_cast<u16>(a + b); }>},
        {"and.b16", op<[](u16 a, u16 b) { return static_cast<u16>(a & b); }>},
        {"and.pred", op<[](bool a, bool b) { return a && b; }>},
        {"or.pred", op<[](bool a, bool b) { return a || b; }>},
        {"not.pred", op<[](bool a) { return !a; }>},
        {"mul.wide.s32", op<[](s32 a, s32 b) { return static_cast<s64>(a) * b; }>},
        {"mul.wide.u32", op<[](u32 a, u32 b) { return static_cast<u64>(a) * b; }>},
        {"mul.hi.s32",
         op<[](s32 a, s32 b) { return static_cast<s32>((static_cast<s64>(a) * b) >> 32); }>},
        {"popc.b32", op<[](u32 a) { return std::popcount(a); }>},
        {"clz.b32", op<[](u32 a) { return std::countl_zero(a); }>},
        {"brev.b32", op<[](u32 a) { return reversed(a); }>},
        {"bfind.shiftamt.u32", op<[](u32 a) { return a == 0 ? -1 : std::countl_zero(a); }>},
        {"cvt.u32.u64", op<[](u64 a) { return static_cast<u32>(a); }>},
        {"cvt.u16.u64", op<[](u64 a) { return static_cast<u16>(a); }>},
        {"cvt.u32.u16", op<[](u16 a) { return static_cast<u32>(a); }>},
        {"cvt.u64.u32", op<[](u32 a) { return static_cast<u64>(a); }>},
        {"cvt.s64.s32", op<[](s32 a) { return static_cast<s64>(a); }>},
        {"cvt.rn.f32.s32", op<[](s32 a) { return static_cast<float>(a); }>},
        {"cvt.rn.f32.u32", op<[](u32 a) { return static_cast<float>(a); }>},
        {"cvt.rn.f64.u32", op<[](u32 a) { return static_cast<double>(a); }>},
        {"cvt.f64.f32", op<[](float a) { return static_cast<double>(a); }>},
        {"add.rn.f32", op<[](float a, float b) { return a + b; }>},
        {"add.rz.f32", op<[](float a, float b) { return sumTowardsZero(a, b); }>},
        {"add.rn.f64", op<[](double a, double b) { return a + b; }>},
        {"sub.rn.f32", op<[](float a, float b) { return a - b; }>},
        {"mul.rn.f32", op<[](float a, float b) { return a * b; }>},
        {"div.rn.f32", op<[](float a, float b) { return a / b; }>},
        {"fma.rn.f32", op<[](float a, float b, float c) { return std::fma(a, b, c); }>},
        {"neg.f32", op<[](float a) { return -a; }>},
        // A number and NaN give the number.
        {"min.f32", op<[](float a, float b) { return std::fmin(a, b); }>},
        {"abs.f32", op<[](float a) { return std::fabs(a); }>},
        // A GPU is off by a bit or two.
        {"rcp.approx.ftz.f32",
         op<[](float a) { return static_cast<float>(1 / static_cast<double>(a)); }>},
        {"rsqrt.approx.ftz.f32",
         op<[](float a) { return static_cast<float>(1 / std::sqrt(static_cast<double>(a))); }>},
        {"atom.global.add.f32", atomic<float, [](float a, float b) { return flushed(a + b); }>},
        {"atom.global.add.f64", atomic<double, [](double a, double b) { return a + b; }>},
        {"atom.global.add.u32", atomic<u32, [](u32 a, u32 b) { return a + b; }>},
        {"atom.global.add.u64", atomic<u64, [](u64 a, u64 b) { return a + b; }>},
        {"atom.global.max.s32", atomic<s32, [](s32 a, s32 b) { return a < b ? b : a; }>},
        {"shfl.sync.bfly.b32", shuffle<true>},
        {"shfl.sync.idx.b32", shuffle<false>},
        {"vote.sync.ballot.b32", ballot},
        {"match.any.sync.b32", match},
        {"bar.warp.sync", nothing},
    };
    table.merge(others);
    return table;
}

}  // namespace

Operation operationOf(const std::string& name) {
    static const Table table = makeTable();
    auto found = table.find(name);
    return found == table.end() ? nullptr : found->second;
}

}  // namespace ptx
