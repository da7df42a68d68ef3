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

std::string nameOf(int width) { return "adagrad_" + std::to_string(width); }

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

std::vector<float> flat(const Table& table) {
    std::vector<float> result;
    for (int row = 0; row < VOCABULARY; row++) {
        result.insert(result.end(), table.values[row].begin(), table.values[row].end());
        result.insert(result.end(), table.sums[row].begin(), table.sums[row].end());
    }
    return result;
}

Table tableFrom(const DeviceArray<float>& rows, int width) {
    Table table;
    for (const float* row = rows.data(); row < rows.data() + rows.size(); row += 2 * width) {
        table.values.emplace_back(row, row + width);
        table.sums.emplace_back(row + width, row + 2 * width);
    }
    return table;
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
        std::vector<double>& sumsB, const Entry& entry, double clip,
        double rate) {
    double difference = -entry.logarithm;
    for (std::size_t i = 0; i < a.size(); i++) {
        difference += a[i] * b[i];
    }
    double gradient = entry.weight * difference;
    for (std::size_t i = 0; i < a.size(); i++) {
        double stepA = rate * std::min(clip, std::max(-clip, gradient * b[i]));
        double stepB = rate * std::min(clip, std::max(-clip, gradient * a[i]));
        a[i] -= stepA / std::sqrt(sumsA[i]);
        b[i] -= stepB / std::sqrt(sumsB[i]);
        sumsA[i] += stepA * stepA;
        sumsB[i] += stepB * stepB;
    }
    return gradient * difference / 2;
}

// Slices of entries, and the order in which they are trained.
struct Counts {
    std::vector<Slice> slices;
    std::vector<Entry> entries;
    std::vector<int> order;
};

Counts countsOf(checks::Draws& draws) {
    Counts counts;
    // Slices of one entry, around 32, and of the diagonal in both orientations.
    for (auto [size, firstRow, firstColumn, mirrored] : std::vector<std::array<int, 4>>{
             {1, 0, 0, 0}, {31, 0, 256, 0}, {32, 256, 0, 1}, {33, 256, 256, 1}, {200, 0, 256, 1}}) {
        counts.slices.push_back(
            {static_cast<long long>(counts.entries.size()), size, firstRow, firstColumn, mirrored});
        for (int i = 0; i < size; i++) {
            unsigned row = static_cast<unsigned>(draws.below(20));
            unsigned column = static_cast<unsigned>(i % 3 == 0 ? static_cast<int>(row) : draws.below(400));
            counts.entries.push_back({row, column, 4 * draws.uniform(), draws.uniform() + 0.6f});
        }
    }
    counts.order = {3, 0, 4, 2, 1};
    return counts;
}

struct Costs {
    double sum = 0;
    int entries = 0;
};

Costs trainPlainly(const Counts& counts, Table& words, Table& contexts, double clip, double rate) {
    Costs costs;
    for (int number : counts.order) {
        const Slice& slice = counts.slices[number];
        for (int i = 0; i < slice.size; i++) {
            const Entry& entry = counts.entries[slice.first + i];
            int row = slice.firstRow + static_cast<int>(entry.row);
            int column = slice.firstColumn + static_cast<int>(entry.column);
            if (slice.mirrored == 0 || row != column) {
                Table& of = slice.mirrored != 0 ? contexts : words;
                Table& with = slice.mirrored != 0 ? words : contexts;
                costs.sum += trainEntry(
                    of.values[row], with.values[column], of.sums[row], with.sums[column], entry,
                    clip, rate);
                costs.entries++;
            }
        }
    }
    return costs;
}

// The first entries of a larger array are not on the device.
constexpr long long BASE = 1000;

std::vector<unsigned> packed(const std::vector<Entry>& entries) {
    std::vector<unsigned> result;
    for (const Entry& entry : entries) {
        result.push_back(entry.row << 16 | entry.column);
        for (float value : {entry.logarithm, entry.weight}) {
            unsigned bits;
            std::memcpy(&bits, &value, sizeof bits);
            result.push_back(bits);
        }
    }
    return result;
}

std::vector<Slice> placed(std::vector<Slice> slices) {
    for (Slice& slice : slices) {
        slice.first += BASE;
    }
    return slices;
}

struct Device {
    DeviceArray<float> words;
    DeviceArray<float> contexts;
    DeviceArray<unsigned> entries;
    DeviceArray<Slice> slices;
    DeviceArray<int> order;
    DeviceArray<unsigned> counter{1};
    DeviceArray<double> loss{2};

    Device(const Counts& counts, const Table& words, const Table& contexts)
        : words(flat(words)), contexts(flat(contexts)), entries(packed(counts.entries)),
          slices(placed(counts.slices)), order(counts.order) {}

    void run(
            int width, unsigned grid, float clip, float rate, const emulation::Options& options) {
        checks::launch(
            nameOf(width), {grid, 32, 0}, options, words.data(), contexts.data(), entries.data(),
            BASE, slices.data(), order.data(), static_cast<int>(order.size()), rate, clip,
            counter.data(), loss.data());
    }
};

// A training to compare with.
struct Sample {
    Table words;
    Table contexts;
    Counts counts;
};

Sample sampleOf(int width) {
    checks::Draws draws{static_cast<std::uint64_t>(width)};
    int dimensions = width - width / 8 - 2;
    Table words = tableOf(width, dimensions + 1, dimensions, draws);
    Table contexts = tableOf(width, dimensions, dimensions + 1, draws);
    return {words, contexts, countsOf(draws)};
}

void checkAgainstPlain(
        int width, float clip, const std::vector<checks::NamedOptions>& schedules) {
    Sample start = sampleOf(width);
    Table words = start.words;
    Table contexts = start.contexts;
    Costs costs = trainPlainly(start.counts, words, contexts, clip, RATE);
    for (const auto& schedule : schedules) {
        Device device(start.counts, start.words, start.contexts);
        checks::expect(distance(device.words, words) > 0.01, "the plain program trains");
        device.run(width, 1, clip, RATE, schedule.options);
        std::string where = "clip " + std::to_string(clip) + ", " + schedule.name + ": ";
        checks::expectError(
            std::max(distance(device.words, words), distance(device.contexts, contexts)), 1e-5,
            where + "rows");
        checks::expectError(std::abs(device.loss[0] / costs.sum - 1), 1e-5, where + "cost");
        checks::expect(device.loss[1] == costs.entries, where + "entries trained");
    }
}

// Slices trained at once, of which none sees what the others change meanwhile, take the cost down as
// far as the plain program does, give or take a part of that.
void checkAllAtOnce(int width) {
    // Wide rows have large products.
    float rate = RATE * 64 / static_cast<float>(width);
    Sample start = sampleOf(width);
    auto costOf = [&](Table words, Table contexts) {
        return trainPlainly(start.counts, words, contexts, 100, 0).sum;
    };
    Table words = start.words;
    Table contexts = start.contexts;
    int entries = trainPlainly(start.counts, words, contexts, 100, rate).entries;
    Device device(start.counts, start.words, start.contexts);
    device.run(width, 7, 100, rate, {emulation::Schedule::RANDOM, 3, 7});
    double before = costOf(start.words, start.contexts);
    double wanted = costOf(words, contexts);
    double found = costOf(tableFrom(device.words, width), tableFrom(device.contexts, width));
    char text[128];
    std::snprintf(
        text, sizeof text, "cost from %.1f to %.1f, plainly to %.1f", before, found, wanted);
    checks::expect(before - wanted > 0.1 * before, std::string("the plain program learns: ") + text);
    checks::expect(std::abs(found - wanted) < 0.1 * (before - wanted), text);
    checks::expect(device.loss[1] == entries, "entries trained at once");
    checks::expect(device.counter[0] == start.counts.order.size() + 7, "every slice is taken once");
}

}  // namespace

int main(int count, char** arguments) {
    checks::Report report(count, arguments);
    auto all = checks::schedules();
    std::vector<checks::NamedOptions> two = {all.front(), all.back()};
    for (int width : checks::widths({64, 128, 192, 256, 320, 512})) {
        report.kernel(nameOf(width), [&] {
            checkAgainstPlain(width, 100, width == 64 ? all : two);
            checkAgainstPlain(width, 0.05f, two);
            checkAllAtOnce(width);
        });
    }
    return report.status();
}
