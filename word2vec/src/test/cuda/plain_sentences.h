// Training on sentences as one would write it down, in double precision: what Word2Vec and FastText
// share.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "plain_random.h"

namespace plain {

using Rows = std::vector<std::vector<double>>;

struct Corpus {
    // Position of the first id, and number of the first start.
    long long idsBase = 0;
    long long sentenceBase = 0;
    std::vector<int> ids;
    std::vector<long long> starts;
    std::vector<long long> sliceStarts;
    std::vector<float> rates;
    std::vector<unsigned> thresholds;
};

struct Model {
    bool cbow = false;
    bool hierarchical = false;
    int group = 6;
    // Words of a window that skip-gram trains at once.
    int together = 2;
    int window = 5;
    int negatives = 5;
    int renewed = 0;
    // Warps launched: near the root of a tree each gives a part of its change.
    int warps = 1;
    std::uint64_t key = 0;
    std::vector<std::uint64_t> noise;
    std::vector<int> pathStarts;
    std::vector<int> path;
};

// The rational function of LogisticKernel.gate.
inline double sigmoid(double product) {
    double x = std::clamp(product, -6.0, 6.0);
    double y = x / 2;
    double square = y * y;
    double tanh = y * (945 + 105 * square + square * square) /
                  (945 + 420 * square + 15 * square * square);
    return 0.5 + tanh / 2;
}

struct Target {
    int row;
    int label;
    // Targets are looked at 32 at a time, and a group does not reach into the next batch.
    int batch;
    // Of a node: how far from the root.
    int depth = 0;
};

// A word and those around it that take part; offsets are places counted from the window's first.
struct Context {
    int centre;
    std::vector<int> words;
    std::vector<int> offsets;
    long long position;
    int slice;
    double rate;
    bool measured;
};

inline void add(std::vector<double>& target, double factor, const std::vector<double>& source) {
    for (std::size_t i = 0; i < target.size(); i++) {
        target[i] += factor * source[i];
    }
}

inline double dot(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); i++) {
        sum += a[i] * b[i];
    }
    return sum;
}

class SentenceTrainer {
public:
    SentenceTrainer(const Corpus& corpus, const Model& model, Rows& inputs, Rows& outputs)
        : corpus(corpus), model(model), inputs(inputs), outputs(outputs) {}
    virtual ~SentenceTrainer() = default;

    double loss = 0;
    long predictions = 0;
    // Of this number of windows, one is measured.
    unsigned windowsPerMeasurement = 64;

    void train() {
        for (std::size_t slice = 0; slice + 1 < corpus.sliceStarts.size(); slice++) {
            for (auto s = corpus.sliceStarts[slice]; s < corpus.sliceStarts[slice + 1]; s++) {
                trainSentence(s - corpus.sentenceBase, static_cast<int>(slice));
            }
        }
    }

protected:
    virtual void trainWindow(const Context& context) = 0;

    int word(long long position) const { return corpus.ids[position - corpus.idsBase]; }

    // The pool is a table, written from some number of the sequence on, as in NoisePool.
    int noiseWord(std::uint64_t bits, long long position, int slice) const {
        auto first = model.renewed == 0 ? slice * 2048LL : position * model.renewed;
        std::vector<long long> pool(2048);
        for (long long number = first; number < first + 2048; number++) {
            pool[number % 2048] = number;
        }
        int size = static_cast<int>(model.noise.size());
        long long number = pool[below(bits, 2048)];
        return alias(model.noise.data(), size, draw(~model.key, number, 0));
    }

    void addPath(int word, std::vector<Target>& targets, int batch) const {
        for (int at = model.pathStarts[word]; at < model.pathStarts[word + 1]; at++) {
            int further = (at - model.pathStarts[word]) / 32;
            int depth = at - model.pathStarts[word];
            targets.push_back(
                {model.path[at] / 2, 1 - model.path[at] % 2, batch + further, depth});
        }
    }

    // Groups of different rows, each of a limited size.
    std::vector<std::vector<Target>> groups(const std::vector<Target>& targets) const {
        std::vector<std::vector<Target>> result;
        for (const Target& target : targets) {
            bool begins = result.empty() ||
                          static_cast<int>(result.back().size()) == model.group ||
                          result.back().back().batch != target.batch ||
                          std::any_of(result.back().begin(), result.back().end(), [&](Target t) {
                              return t.row == target.row;
                          });
            if (begins) {
                result.emplace_back();
            }
            result.back().push_back(target);
        }
        return result;
    }

    std::vector<std::vector<double>> outputsOf(const std::vector<Target>& group) const {
        std::vector<std::vector<double>> result;
        for (const Target& target : group) {
            result.push_back(outputs[target.row]);
        }
        return result;
    }

    // Takes back what is not to be given of what a group has learnt.
    void give(
            const std::vector<Target>& group, const std::vector<std::vector<double>>& before) {
        for (std::size_t t = 0; model.hierarchical && t < group.size(); t++) {
            double part = std::min(1.0, 32 * std::pow(2.0, group[t].depth) / model.warps);
            std::vector<double>& output = outputs[group[t].row];
            for (std::size_t i = 0; i < output.size(); i++) {
                output[i] = before[t][i] + part * (output[i] - before[t][i]);
            }
        }
    }

    // Trains a group against inputs, whose own changes go to `changes`: all from the outputs as they
    // were before the group.
    void meet(
            const Rows& together, Rows& changes, const std::vector<Target>& group,
            const std::vector<std::vector<double>>& before, double rate, bool measured) {
        Rows coefficients;
        for (const auto& input : together) {
            auto& own = coefficients.emplace_back();
            for (std::size_t t = 0; t < group.size(); t++) {
                const Target& target = group[t];
                double likely = sigmoid(dot(input, before[t]));
                own.push_back(rate * (target.label - likely));
                loss -= measured ? std::log(target.label == 1 ? likely : 1 - likely) : 0;
            }
        }
        for (std::size_t t = 0; t < group.size(); t++) {
            for (std::size_t i = 0; i < together.size(); i++) {
                add(changes[i], coefficients[i][t], before[t]);
                add(outputs[group[t].row], coefficients[i][t], together[i]);
            }
        }
    }

    const Corpus& corpus;
    const Model& model;
    Rows& inputs;
    Rows& outputs;
    // Whether a window without context counts where some are measured.
    bool countsEmpty = true;

private:
    void trainSentence(long long sentence, int slice) {
        std::vector<long long> kept;
        for (auto at = corpus.starts[sentence]; at < corpus.starts[sentence + 1]; at++) {
            if (draw(model.key, at, 0) >> 32 <= corpus.thresholds[word(at)]) {
                kept.push_back(at);
            }
        }
        for (int centre = 0; centre < static_cast<int>(kept.size()); centre++) {
            int width = 1 + below(draw(model.key, kept[centre], 1), model.window);
            int from = std::max(0, centre - width);
            int to = std::min(static_cast<int>(kept.size()) - 1, centre + width);
            Context context{word(kept[centre]), {}, {}, kept[centre], slice,
                            corpus.rates[slice], false};
            for (int i = from; i <= to; i++) {
                if (i != centre) {
                    context.words.push_back(word(kept[i]));
                    context.offsets.push_back(i - from);
                }
            }
            if (countsEmpty || !context.words.empty()) {
                context.measured = windows++ % windowsPerMeasurement == 0;
            }
            if (!context.words.empty()) {
                trainWindow(context);
            }
        }
    }

    unsigned windows = 0;
};

}  // namespace plain
