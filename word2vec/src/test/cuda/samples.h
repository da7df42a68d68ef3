// Small corpora and models for the checks of kernels that train on sentences.
#pragma once

#include <algorithm>

#include "checks.h"
#include "plain_word2vec.h"

namespace checks {

struct Case {
    int width;
    bool cbow;
    bool hierarchical;
    int window;
    int negatives;
    int words;
    // Long windows learn fast enough.
    float rate = 0.1f;
};

inline Geometry geometryOf(const Case& c, unsigned grid) {
    int ring = 64;
    while (ring < 2 * c.window + 64) {
        ring *= 2;
    }
    return {grid, 32, static_cast<std::size_t>(10 * ring + 256)};
}

// Sentences of no word, one, around 32, and longer than the ring of a usual window.
inline plain::Corpus corpusOf(int words, float rate, Draws& draws) {
    plain::Corpus corpus;
    corpus.idsBase = 1000;
    corpus.sentenceBase = 40;
    corpus.starts.push_back(corpus.idsBase);
    for (int length : {3, 0, 1, 31, 32, 33, 2, 64, 65, 290, 5, 40}) {
        for (int i = 0; i < length; i++) {
            int word = std::min(draws.below(words), draws.below(words));
            // The same word again, next to itself.
            bool again = i > 0 && draws.below(8) == 0;
            corpus.ids.push_back(again ? corpus.ids.back() : word);
        }
        corpus.starts.push_back(corpus.idsBase + static_cast<long long>(corpus.ids.size()));
    }
    corpus.sliceStarts = {40, 42, 43, 47, 50, 52};
    corpus.rates = {rate, 0.9f * rate, 0.8f * rate, 0.8f * rate, 0.5f * rate};
    for (int word = 0; word < words; word++) {
        corpus.thresholds.push_back(word < words / 2 ? 0x90000000u : 0xFFFFFFFFu);
    }
    return corpus;
}

inline plain::Model modelOf(const Case& c, Draws& draws) {
    plain::Model model;
    model.cbow = c.cbow;
    model.hierarchical = c.hierarchical;
    model.group = c.width > 320 ? 4 : 6;
    model.together = c.width > 320 ? 1 : 2;
    model.window = c.window;
    model.negatives = c.negatives;
    model.key = plain::key(7, 3);
    for (int word = 0; word < c.words; word++) {
        model.noise.push_back(
            static_cast<std::uint64_t>(draws.bits()) << 32 |
            static_cast<unsigned>(draws.below(c.words)));
    }
    model.pathStarts.push_back(0);
    for (int word = 0; word < c.words; word++) {
        std::vector<int> nodes;
        for (int node = 0; node < c.words - 1; node++) {
            nodes.push_back(node);
        }
        int length = std::min(c.words - 1, word % 41);
        for (int i = 0; i < length; i++) {
            std::swap(nodes[i], nodes[i + draws.below(static_cast<int>(nodes.size()) - i)]);
            model.path.push_back(nodes[i] * 2 + draws.below(2));
        }
        model.pathStarts.push_back(static_cast<int>(model.path.size()));
    }
    return model;
}

inline plain::Rows rowsOf(int rows, int width, Draws& draws) {
    plain::Rows result(rows, std::vector<double>(width));
    for (auto& row : result) {
        // The last columns are padding.
        for (int i = 0; i < width - width / 8; i++) {
            row[i] = draws.uniform() / 4;
        }
    }
    return result;
}

inline std::vector<float> flat(const plain::Rows& rows) {
    std::vector<float> result;
    for (const auto& row : rows) {
        result.insert(result.end(), row.begin(), row.end());
    }
    return result;
}

inline double distance(const DeviceArray<float>& found, const plain::Rows& expected) {
    double worst = 0;
    std::size_t at = 0;
    for (const auto& row : expected) {
        for (double value : row) {
            double error = std::abs(found[at++] - value);
            worst = error <= worst ? worst : error;
        }
    }
    return worst;
}

// What the device holds of a corpus and a model.
struct SentenceArrays {
    DeviceArray<float> inputs;
    DeviceArray<float> outputs;
    long long idsBase;
    DeviceArray<int> ids;
    DeviceArray<long long> starts;
    long long sentenceBase;
    DeviceArray<long long> sliceStarts;
    DeviceArray<float> rates;
    DeviceArray<unsigned> thresholds;
    DeviceArray<std::uint64_t> noise;
    DeviceArray<int> pathStarts;
    DeviceArray<int> path;
    DeviceArray<unsigned> counter{1};
    DeviceArray<double> loss{2};

    SentenceArrays(
            const plain::Corpus& corpus, const plain::Model& model, const plain::Rows& in,
            const plain::Rows& out)
        : inputs(flat(in)), outputs(flat(out)), idsBase(corpus.idsBase), ids(corpus.ids),
          starts(corpus.starts), sentenceBase(corpus.sentenceBase),
          sliceStarts(corpus.sliceStarts), rates(corpus.rates), thresholds(corpus.thresholds),
          noise(model.noise), pathStarts(model.pathStarts), path(model.path) {}

    int slices() const { return static_cast<int>(sliceStarts.size()) - 1; }
};

// Compares what a kernel has done with what a plain program has.
inline void compare(
        const SentenceArrays& device, const plain::Rows& inputs, const plain::Rows& outputs,
        const plain::SentenceTrainer& plainly, const std::string& where) {
    double wrong = std::max(distance(device.inputs, inputs), distance(device.outputs, outputs));
    expectError(wrong, 1e-5, where + "rows");
    expect(
        device.loss[1] == static_cast<double>(plainly.predictions),
        where + "predictions measured");
    expectError(std::abs(device.loss[0] / plainly.loss - 1), 1e-5, where + "loss");
}

inline plain::Rows rowsFrom(const DeviceArray<float>& values, std::size_t width) {
    plain::Rows rows;
    for (std::size_t at = 0; at < values.size(); at += width) {
        rows.emplace_back(values.data() + at, values.data() + at + width);
    }
    return rows;
}

// What a training starts with.
struct Sample {
    plain::Corpus corpus;
    plain::Model model;
    plain::Rows inputs;
    plain::Rows outputs;
};

// Expects that sentences trained at once, of which none sees what the others change meanwhile, have
// taken the mean loss down as far as the plain program does, give or take a part of that. The trainer
// is made by `plainly` from a corpus, a model and two matrices.
template <class Plainly>
void compareLosses(
        const SentenceArrays& device, const Sample& start, double part, Plainly plainly) {
    plain::Corpus still = start.corpus;
    std::fill(still.rates.begin(), still.rates.end(), 0.0f);
    auto lossOf = [&](plain::Rows inputs, plain::Rows outputs) {
        auto judge = plainly(still, start.model, inputs, outputs);
        judge.windowsPerMeasurement = 1;
        judge.train();
        return judge.loss / static_cast<double>(judge.predictions);
    };
    plain::Rows inputs = start.inputs;
    plain::Rows outputs = start.outputs;
    plainly(start.corpus, start.model, inputs, outputs).train();
    double before = lossOf(start.inputs, start.outputs);
    double wanted = lossOf(inputs, outputs);
    std::size_t width = start.inputs[0].size();
    double found = lossOf(rowsFrom(device.inputs, width), rowsFrom(device.outputs, width));
    char text[128];
    std::snprintf(
        text, sizeof text, "loss from %.3f to %.3f, plainly to %.3f", before, found, wanted);
    expect(before - wanted > 0.01, std::string("the plain program learns: ") + text);
    expect(std::abs(found - wanted) < part * (before - wanted), text);
    unsigned sentences = static_cast<unsigned>(start.corpus.starts.size()) - 1;
    expect(
        device.counter[0] == sentences + static_cast<unsigned>(start.model.warps),
        "every sentence is taken once");
}

inline bool sameBits(const DeviceArray<float>& a, const DeviceArray<float>& b) {
    return std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

}  // namespace checks
