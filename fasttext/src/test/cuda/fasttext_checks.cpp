// Every FastText kernel against the plain program, under every schedule.

#include "plain_fasttext.h"
#include "samples.h"

namespace {

using checks::Case;

constexpr int BUCKETS = 150;

std::string nameOf(const Case& c) {
    std::string name = c.cbow ? "subword_cbow_" : "subword_skip_gram_";
    return name + (c.hierarchical ? "hierarchical_" : "negative_") + std::to_string(c.width);
}

// Words of one row and of more than a warp has lanes; the same row twice, near and far.
std::vector<std::vector<int>> subwordsOf(const Case& c, checks::Draws& draws) {
    std::vector<std::vector<int>> subwords;
    for (int word = 0; word < c.words; word++) {
        std::vector<int> rows = {word};
        int grams = word % 9 == 0 ? 0 : word % 7 == 0 ? 70 : draws.below(12);
        for (int i = 0; i < grams; i++) {
            rows.push_back(c.words + draws.below(BUCKETS));
        }
        subwords.push_back(rows);
    }
    return subwords;
}

struct Device : checks::SentenceArrays {
    checks::DeviceArray<long long> rowStarts;
    checks::DeviceArray<int> rows;

    Device(const plain::Corpus& corpus, const plain::Model& model, const plain::Rows& in,
           const plain::Rows& out, const std::vector<std::vector<int>>& subwords)
        : SentenceArrays(corpus, model, in, out), rowStarts(startsOf(subwords)),
          rows(joined(subwords)) {}

    static std::vector<long long> startsOf(const std::vector<std::vector<int>>& subwords) {
        std::vector<long long> result{0};
        for (const auto& own : subwords) {
            result.push_back(result.back() + static_cast<long long>(own.size()));
        }
        return result;
    }

    static std::vector<int> joined(const std::vector<std::vector<int>>& subwords) {
        std::vector<int> result;
        for (const auto& own : subwords) {
            result.insert(result.end(), own.begin(), own.end());
        }
        return result;
    }

    void run(const Case& c, const plain::Model& model, unsigned grid,
             const emulation::Options& options) {
        checks::Geometry geometry = checks::geometryOf(c, grid);
        counter[0] = 0;
        if (c.hierarchical) {
            checks::launch(
                nameOf(c), geometry, options, inputs.data(), outputs.data(), ids.data(), idsBase,
                starts.data(), sentenceBase, sliceStarts.data(), 0, slices(), rates.data(),
                thresholds.data(), rowStarts.data(), rows.data(), pathStarts.data(), path.data(), c.window, model.key,
                counter.data(), loss.data());
        } else {
            checks::launch(
                nameOf(c), geometry, options, inputs.data(), outputs.data(), ids.data(), idsBase,
                starts.data(), sentenceBase, sliceStarts.data(), 0, slices(), rates.data(),
                thresholds.data(), rowStarts.data(), rows.data(), noise.data(), c.words, c.window, c.negatives, model.renewed,
                model.key,
                counter.data(), loss.data());
        }
    }
};

void checkAgainstPlain(
        const Case& c, const std::vector<checks::NamedOptions>& schedules, unsigned grid = 1) {
    checks::Draws draws{static_cast<std::uint64_t>(c.width + 7 * c.window)};
    plain::Corpus corpus = checks::corpusOf(c.words, c.rate, draws);
    plain::Model model = checks::modelOf(c, draws);
    model.warps = static_cast<int>(grid);
    model.renewed = c.cbow ? 1 : 4;
    std::vector<std::vector<int>> subwords = subwordsOf(c, draws);
    plain::Rows inputs = checks::rowsOf(c.words + BUCKETS, c.width, draws);
    plain::Rows outputs = checks::rowsOf(c.words, c.width, draws);
    plain::Rows startInputs = inputs;
    plain::Rows startOutputs = outputs;
    plain::FastText plainly(corpus, model, inputs, outputs, subwords);
    plainly.train();
    std::string name = "window " + std::to_string(c.window) + " negatives " +
                       std::to_string(c.negatives) + " warps " + std::to_string(grid);
    Device forward(corpus, model, startInputs, startOutputs, subwords);
    checks::expect(
        checks::distance(forward.inputs, inputs) > 0.01, name + ": the plain program trains");
    forward.run(c, model, grid, {});
    for (const auto& schedule : schedules) {
        Device device(corpus, model, startInputs, startOutputs, subwords);
        device.run(c, model, grid, schedule.options);
        std::string where = name + ", " + schedule.name + ": ";
        checks::compare(device, inputs, outputs, plainly, where);
        checks::expect(
            checks::sameBits(device.inputs, forward.inputs), where + "differs from forward");
    }
}

void checkAllAtOnce(const Case& c) {
    checks::Draws draws{5};
    checks::Sample start{checks::corpusOf(c.words, c.rate, draws), checks::modelOf(c, draws),
                         checks::rowsOf(c.words + BUCKETS, c.width, draws),
                         checks::rowsOf(c.words, c.width, draws)};
    start.model.warps = 300;
    start.model.renewed = c.cbow ? 1 : 4;
    std::vector<std::vector<int>> subwords = subwordsOf(c, draws);
    Device device(start.corpus, start.model, start.inputs, start.outputs, subwords);
    device.run(c, start.model, 300, {emulation::Schedule::RANDOM, 3, 16});
    checks::compareLosses(
        device, start, 0.1,
        [&](const plain::Corpus& corpus, const plain::Model& model, plain::Rows& in,
            plain::Rows& out) { return plain::FastText(corpus, model, in, out, subwords); });
}

// What does not depend on the width is checked for one.
void checkUnusual(bool cbow, bool hierarchical, const std::vector<checks::NamedOptions>& two) {
    if (!hierarchical) {
        checkAgainstPlain({64, cbow, false, 1, 1, 9, 0.02f}, two);
        checkAgainstPlain({64, cbow, false, 9, 40, 60, 1e-3f}, two);
    } else if (emulation::runsBlocksInTurn()) {
        checkAgainstPlain({64, cbow, true, 5, 5, 60, 0.02f}, two, 300);
    }
}

}  // namespace

int main(int count, char** arguments) {
    checks::Report report(count, arguments);
    auto all = checks::schedules();
    std::vector<checks::NamedOptions> two = {all.front(), all.back()};
    for (int width : checks::widths({64, 128, 256, 320, 512})) {
        for (bool cbow : {false, true}) {
            for (bool hierarchical : {false, true}) {
                // 0.02, since each of a word's rows learns what their mean should.
                Case usual{width, cbow, hierarchical, 5, 5, 60, 0.02f};
                report.kernel(nameOf(usual), [&] {
                    checkAgainstPlain(usual, width == 64 ? all : two);
                    if (width == 64) {
                        checkUnusual(cbow, hierarchical, two);
                    }
                    checkAllAtOnce(usual);
                });
            }
        }
    }
    return report.status();
}
