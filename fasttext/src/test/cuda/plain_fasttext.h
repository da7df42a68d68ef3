// FastText as one would write it down: the mean of a word's rows meets all outputs of a window, group
// by group, and every row receives its whole gradient.
#pragma once

#include "plain_sentences.h"

namespace plain {

class FastText : public SentenceTrainer {
public:
    FastText(
            const Corpus& corpus, const Model& model, Rows& inputs, Rows& outputs,
            const std::vector<std::vector<int>>& subwords)
        : SentenceTrainer(corpus, model, inputs, outputs), subwords(subwords) {
        countsEmpty = false;
    }

protected:
    void trainWindow(const Context& context) override {
        std::vector<int> rows;
        for (int word : model.cbow ? context.words : std::vector<int>{context.centre}) {
            rows.insert(rows.end(), subwords[word].begin(), subwords[word].end());
        }
        Rows hidden(1, std::vector<double>(inputs[0].size()));
        for (int row : rows) {
            add(hidden[0], 1.0 / static_cast<double>(rows.size()), inputs[row]);
        }
        Rows change(1, std::vector<double>(inputs[0].size()));
        for (const auto& group : groups(targets(context))) {
            auto before = outputsOf(group);
            meet(hidden, change, group, before, context.rate, context.measured);
            give(group, before);
        }
        for (int row : rows) {
            add(inputs[row], 1, change[0]);
        }
        std::size_t predicted = model.cbow ? 1 : context.words.size();
        predictions += context.measured ? static_cast<long>(predicted) : 0;
    }

private:
    std::vector<Target> targets(const Context& context) const {
        std::vector<int> words = model.cbow ? std::vector<int>{context.centre} : context.words;
        std::uint64_t own = draw(model.key, context.position, 2);
        std::vector<Target> result;
        int candidate = 0;
        for (std::size_t i = 0; i < words.size(); i++) {
            if (model.hierarchical) {
                addPath(words[i], result, static_cast<int>(i) * 10);
                continue;
            }
            result.push_back({words[i], 1, candidate++ / 32});
            for (int j = 0; j < model.negatives; j++, candidate++) {
                auto bits = model.cbow ? draw(model.key, context.position, 2 + j)
                                       : draw(own, context.offsets[i], 2 + j);
                int other = noiseWord(bits, context.position, context.slice);
                if (other != words[i]) {
                    result.push_back({other, 0, candidate / 32});
                }
            }
        }
        return result;
    }

    const std::vector<std::vector<int>>& subwords;
};

}  // namespace plain
