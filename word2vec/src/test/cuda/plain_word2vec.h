// Word2Vec as one would write it down. Outputs go in groups of at most six (four of wide rows)
// different rows; in skip-gram the words of the window meet a group one after the other.
#pragma once

#include "plain_sentences.h"

namespace plain {

class Word2Vec : public SentenceTrainer {
public:
    using SentenceTrainer::SentenceTrainer;

protected:
    void trainWindow(const Context& context) override {
        std::size_t contexts = context.words.size();
        predictions += context.measured ? (model.cbow ? 1 : static_cast<long>(contexts)) : 0;
        std::vector<double> hidden(inputs[0].size()), change(hidden.size());
        if (model.cbow) {
            for (int word : context.words) {
                add(hidden, 1.0 / static_cast<double>(contexts), inputs[word]);
            }
        }
        for (const auto& group : groups(targets(context))) {
            auto before = outputsOf(group);
            if (model.cbow) {
                meet(hidden, change, group, context.rate, context.measured);
            } else {
                for (int word : context.words) {
                    std::vector<double> own = inputs[word];
                    meet(own, inputs[word], group, context.rate, context.measured);
                }
            }
            give(group, before);
        }
        if (model.cbow) {
            for (int word : context.words) {
                add(inputs[word], 1, change);
            }
        }
    }

private:
    std::vector<Target> targets(const Context& context) const {
        std::vector<Target> result;
        if (model.hierarchical) {
            addPath(context.centre, result, 0);
            return result;
        }
        result.push_back({context.centre, 1, 0});
        for (int i = 0; i < model.negatives; i++) {
            auto bits = draw(model.key, context.position, 2 + i);
            int other = noiseWord(bits, context.position, context.slice);
            if (other != context.centre) {
                result.push_back({other, 0, (1 + i) / 32});
            }
        }
        return result;
    }
};

}  // namespace plain
