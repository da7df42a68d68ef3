// Word2Vec as one would write it down. Outputs go in groups of at most six (four of wide rows)
// different rows; in skip-gram the words of the window meet a group two at a time, and the next two
// are read before the changes of these are added. The outputs of a group are those before it.
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
        Rows hidden(1, std::vector<double>(inputs[0].size())), change = hidden;
        if (model.cbow) {
            for (int word : context.words) {
                add(hidden[0], 1.0 / static_cast<double>(contexts), inputs[word]);
            }
        }
        for (const auto& group : groups(targets(context))) {
            auto before = outputsOf(group);
            if (model.cbow) {
                meet(hidden, change, group, before, context.rate, context.measured);
            } else {
                meetEach(context, group, before);
            }
            give(group, before);
        }
        if (model.cbow) {
            for (int word : context.words) {
                add(inputs[word], 1, change[0]);
            }
        }
    }

private:
    void meetEach(
            const Context& context, const std::vector<Target>& group,
            const std::vector<std::vector<double>>& before) {
        auto together = static_cast<std::size_t>(model.together);
        Rows rows = read(context, 0);
        for (std::size_t first = 0; first < context.words.size(); first += together) {
            Rows next = read(context, first + together);
            Rows changes(rows.size(), std::vector<double>(inputs[0].size()));
            meet(rows, changes, group, before, context.rate, context.measured);
            for (std::size_t i = 0; i < rows.size(); i++) {
                add(inputs[context.words[first + i]], 1, changes[i]);
            }
            rows = next;
        }
    }

    // Rows of the words from a place of the context on that are trained at once.
    Rows read(const Context& context, std::size_t place) const {
        Rows rows;
        auto end = std::min(context.words.size(), place + static_cast<std::size_t>(model.together));
        for (; place < end; place++) {
            rows.push_back(inputs[context.words[place]]);
        }
        return rows;
    }

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
