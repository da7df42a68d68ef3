// GloVe's kernel against a plain program in double precision, under every schedule.

#include "checks.h"

namespace {

using checks::DeviceArray;

// As glove.cu has it.
struct Slice {
    long long first;
    int size;
    int firstRow;
    int firstColumn;
    int mirrored;
};

struct Entry {
    unsigned row;
    unsigned column;
    float logarithm;
    float weight;
};

constexpr int VOCABULARY = 700;
constexpr float RATE = 0.05f;

struct Table {
    std::vector<std::vector<double>> values;
    std::vector<std::vector<double>> sums;
};

// Two biases are columns opposite ones that never change, and the last columns are padding.
Table tableOf(int width, int one, int bias, checks::Draws& draws) {
    Table table;
    for (int row = 0; row < VOCABULARY; row++) {
        std::vector<double> values(width), sums(width, 1);
        for (int i = 0; i < bias - 1 || i <= one; i++) {
            values[i] = draws.uniform();
        }
        values[bias] = draws.uniform();
        values[one] = 1;
        sums[one] = 1e30f;
        for (int i = std::max(one, bias) + 1; i < width; i++) {
            values[i] = 0;
        }
        table.values.push_back(values);
        table.sums.push_back(sums);
    }
    return table;
}

DeviceArray<float> onDevice(const Table& table) {
    std::vector<float> result;
    for (int row = 0; row < VOCABULARY; row++) {
        result.insert(result.end(), table.values[row].begin(), table.values[row].end());
        result.insert(result.end(), table.sums[row].begin(), table.sums[row].end());
    }
    return DeviceArray<float>(result);
}

double distance(const DeviceArray<float>& found, const Table& expected) {
    double worst = 0;
    std::size_t at = 0;
    for (int row = 0; row < VOCABULARY; row++) {
        for (const auto* part : {&expected.values[row], &expected.sums[row]}) {
            for (double value : *part) {
                double error = std::abs(found[at++] - value) / std::max(1.0, std::abs(value));
                worst = error <= worst ? worst : error;
            }
        }
    }
    return worst;
}

double trainEntry(
        std::vector<double>& a, std::vector<double>& b, std::vector<double>& sumsA,
        std::vector<double>& sumsB, const Entry& entry, double clip) {
    double difference = -entry.logarithm;
    for (std::size_t i = 0; i < a.size(); i++) {
        difference += a[i] * b[i];
    }
    double gradient = entry.weight * difference;
    for (std::size_t i = 0; i < a.size(); i++) {
        double stepA = RATE * std::min(clip, std::max(-clip, gradient * b[i]));
        double stepB = RATE * std::min(clip, std::max(-clip, gradient * a[i]));
        a[i] -= stepA / std::sqrt(sumsA[i]);
        b[i] -= stepB / std::sqrt(sumsB[i]);
        sumsA[i] += stepA * stepA;
        sumsB[i] += stepB * stepB;
    }
    return gradient * difference / 2;
}

void check(int width, float clip, const std::vector<checks::NamedOptions>& schedules) {
    checks::Draws draws{static_cast<std::uint64_t>(width)};
    int dimensions = width - width / 8 - 2;
    Table words = tableOf(width, dimensions + 1, dimensions, draws);
    Table contexts = tableOf(width, dimensions, dimensions + 1, draws);
    Table startWords = words;
    Table startContexts = contexts;

    std::vector<Slice> slices;
    std::vector<Entry> entries;
    // Slices of one entry, around 32, and of the diagonal in both orientations.
    for (auto [size, firstRow, firstColumn, mirrored] : std::vector<std::array<int, 4>>{
             {1, 0, 0, 0}, {31, 0, 256, 0}, {32, 256, 0, 1}, {33, 256, 256, 1}, {200, 0, 256, 1}}) {
        slices.push_back(
            {static_cast<long long>(entries.size()), size, firstRow, firstColumn, mirrored});
        for (int i = 0; i < size; i++) {
            unsigned row = static_cast<unsigned>(draws.below(20));
            unsigned column = static_cast<unsigned>(i % 3 == 0 ? static_cast<int>(row) : draws.below(400));
            entries.push_back({row, column, 4 * draws.uniform(), draws.uniform() + 0.6f});
        }
    }
    std::vector<int> order = {3, 0, 4, 2, 1};
    double cost = 0;
    int trained = 0;
    for (int number : order) {
        const Slice& slice = slices[number];
        for (int i = 0; i < slice.size; i++) {
            const Entry& entry = entries[slice.first + i];
            int row = slice.firstRow + static_cast<int>(entry.row);
            int column = slice.firstColumn + static_cast<int>(entry.column);
            if (slice.mirrored == 0 || row != column) {
                Table& of = slice.mirrored != 0 ? contexts : words;
                Table& with = slice.mirrored != 0 ? words : contexts;
                cost += trainEntry(
                    of.values[row], with.values[column], of.sums[row], with.sums[column], entry,
                    clip);
                trained++;
            }
        }
    }

    // The first entries of a larger array are not on the device.
    constexpr long long BASE = 1000;
    std::vector<unsigned> packed;
    for (const Entry& entry : entries) {
        packed.push_back(entry.row << 16 | entry.column);
        for (float value : {entry.logarithm, entry.weight}) {
            unsigned bits;
            std::memcpy(&bits, &value, sizeof bits);
            packed.push_back(bits);
        }
    }
    for (Slice& slice : slices) {
        slice.first += BASE;
    }
    for (const auto& schedule : schedules) {
        DeviceArray<float> deviceWords = onDevice(startWords);
        DeviceArray<float> deviceContexts = onDevice(startContexts);
        DeviceArray<unsigned> deviceEntries(packed);
        DeviceArray<Slice> deviceSlices(slices);
        DeviceArray<int> deviceOrder(order);
        DeviceArray<unsigned> counter(1);
        DeviceArray<double> loss(2);
        std::string name = "adagrad_" + std::to_string(width);
        checks::launch(
            name, {1, 32, 0}, schedule.options, deviceWords.data(), deviceContexts.data(),
            deviceEntries.data(), BASE, deviceSlices.data(), deviceOrder.data(),
            static_cast<int>(order.size()), RATE, clip, counter.data(), loss.data());
        std::string where = name + " clip " + std::to_string(clip) + ", " + schedule.name + ": ";
        double wrong =
            std::max(distance(deviceWords, words), distance(deviceContexts, contexts));
        checks::expect(wrong < 1e-5, where + "rows are off by " + std::to_string(wrong));
        double wrongCost = std::abs(loss[0] / cost - 1);
        checks::expect(wrongCost < 1e-5, where + "cost is off by " + std::to_string(wrongCost));
        checks::expect(loss[1] == trained, where + "entries trained");
    }
    checks::expect(
        distance(onDevice(startWords), words) > 0.01, "the plain program trains");
}

}  // namespace

int main() {
    auto all = checks::schedules();
    std::vector<checks::NamedOptions> two = {all.front(), all.back()};
    for (int width : checks::widths({64, 128, 192, 256, 320, 512})) {
        check(width, 100, width == 64 ? all : two);
        check(width, 0.05f, two);
    }
    return checks::finish("glove");
}
