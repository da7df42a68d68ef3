// Every Word2Vec kernel against the plain program, under every schedule.

#include "samples.h"

namespace {

using checks::Case;

std::string nameOf(const Case& c) {
    std::string name = c.cbow ? "cbow_" : "skip_gram_";
    return name + (c.hierarchical ? "hierarchical_" : "negative_") + std::to_string(c.width);
}

struct Device : checks::SentenceArrays {
    using SentenceArrays::SentenceArrays;

    void run(const Case& c, const plain::Model& model, unsigned grid,
             const emulation::Options& options) {
        checks::Geometry geometry = checks::geometryOf(c, grid);
        counter[0] = 0;
        if (c.hierarchical) {
            checks::launch(
                nameOf(c), geometry, options, inputs.data(), outputs.data(), ids.data(), idsBase,
                starts.data(), sentenceBase, sliceStarts.data(), 0, slices(), rates.data(),
                thresholds.data(), pathStarts.data(), path.data(), c.window, model.key,
                counter.data(), loss.data());
        } else {
            checks::launch(
                nameOf(c), geometry, options, inputs.data(), outputs.data(), ids.data(), idsBase,
                starts.data(), sentenceBase, sliceStarts.data(), 0, slices(), rates.data(),
                thresholds.data(), noise.data(), c.words, c.window, c.negatives, model.key,
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
    plain::Rows inputs = checks::rowsOf(c.words, c.width, draws);
    plain::Rows outputs = checks::rowsOf(c.words, c.width, draws);
    plain::Rows startInputs = inputs;
    plain::Rows startOutputs = outputs;
    plain::Word2Vec plainly(corpus, model, inputs, outputs);
    plainly.train();
    std::string name = "window " + std::to_string(c.window) + " negatives " +
                       std::to_string(c.negatives) + " warps " + std::to_string(grid);
    Device forward(corpus, model, startInputs, startOutputs);
    checks::expect(
        checks::distance(forward.inputs, inputs) > 0.01, name + ": the plain program trains");
    forward.run(c, model, grid, {});
    for (const auto& schedule : schedules) {
        Device device(corpus, model, startInputs, startOutputs);
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
                         checks::rowsOf(c.words, c.width, draws),
                         checks::rowsOf(c.words, c.width, draws)};
    start.model.warps = 300;
    Device device(start.corpus, start.model, start.inputs, start.outputs);
    device.run(c, start.model, 300, {emulation::Schedule::RANDOM, 3, 16});
    checks::compareLosses(
        device, start, 0.1,
        [](const plain::Corpus& corpus, const plain::Model& model, plain::Rows& in,
           plain::Rows& out) { return plain::Word2Vec(corpus, model, in, out); });
}

// What does not depend on the width is checked for one.
void checkUnusual(bool cbow, bool hierarchical, const std::vector<checks::NamedOptions>& two) {
    if (hierarchical) {
        // Windows longer than most sentences.
        checkAgainstPlain({64, cbow, true, 300, 5, 60, 3e-4f}, two);
        if (emulation::runsBlocksInTurn()) {
            checkAgainstPlain({64, cbow, true, 5, 5, 60, 0.02f}, two, 300);
        }
    } else {
        // The same targets again and again; more targets than a warp has lanes.
        checkAgainstPlain({64, cbow, false, 1, 1, 9}, two);
        checkAgainstPlain({64, cbow, false, 30, 70, 60, 3e-4f}, two);
    }
}

}  // namespace

int main(int count, char** arguments) {
    checks::Report report(count, arguments);
    auto all = checks::schedules();
    // The width changes what a lane holds, not when lanes meet.
    std::vector<checks::NamedOptions> two = {all.front(), all.back()};
    for (int width : checks::widths({64, 128, 256, 320, 512})) {
        for (bool cbow : {false, true}) {
            for (bool hierarchical : {false, true}) {
                Case usual{width, cbow, hierarchical, 5, 5, 60};
                report.kernel(nameOf(usual), [&] {
                    checkAgainstPlain(usual, width == 64 ? all : two);
                    if (width == 64) {
                        checkUnusual(cbow, hierarchical, two);
                    }
                    checkAllAtOnce({width, cbow, hierarchical, 5, 5, 60, 0.04f});
                });
            }
        }
    }
    return report.status();
}
