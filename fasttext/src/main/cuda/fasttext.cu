// FastText's skip-gram and CBOW (Bojanowski et al. 2017, arXiv:1607.04606), each with negative
// sampling and with hierarchical softmax. One warp, which is a block, trains a sentence at a time,
// as in word2vec.cu.
//
// A word's rows, its own and those of its n-grams, are summed up once in a window. Their mean is
// trained against all outputs, group by group, and its whole gradient is added to every row at the
// end: LogisticWindow.trainMean on the CPU.
//
// Compiled once for each WIDTH.

#include "gather.cuh"
#include "targets.cuh"

// Each width's functions are its own.
namespace {

// The input rows of every word; one that a word hits twice stands there twice.
struct Subwords {
    const long long* starts;
    const int* rows;

    __device__ __forceinline__ int count(int word) const {
        return static_cast<int>(starts[word + 1] - starts[word]);
    }

    // A function from places to the rows of a word.
    __device__ __forceinline__ auto of(int word) const {
        const int* own = rows + starts[word];
        return [own](int place) { return own[place]; };
    }
};

// Negatives of a context word are draws at its place under a key of the window; those of the centre
// are draws at its position, as in Word2Vec.
struct WindowNoise {
    NoiseTargets targets;

    __device__ __forceinline__ float share(int number) const { return targets.share(number); }

    // Calls train for the words at numbers from, ..., to but the one that is left out.
    template <class Train>
    __device__ __forceinline__ void each(
            const Window& window, int from, int to, int left, int* list, int lane,
            Train&& train) const {
        Bits own = left < 0 ? targets.key
                            : draw(targets.key, window.position(), NoiseTargets::FIRST_DRAW);
        int each = 1 + targets.negatives;
        int count = (to - from + (left < 0 ? 1 : 0)) * each;
        for (int first = 0; first < count; first += 32) {
            int mine = -1;
            if (first + lane < count) {
                int place = (first + lane) / each;
                int draws = first + lane - place * each;
                int number = from + place;
                number += left >= 0 && number >= left ? 1 : 0;
                int word = window.word(number);
                if (draws == 0) {
                    mine = target(word, true);
                } else {
                    long long at = left < 0 ? window.position() : number - from;
                    Bits bits = draw(own, at, NoiseTargets::FIRST_DRAW + draws - 1);
                    int other = targets.noiseWord(bits, window.position(), window.slice);
                    mine = other == word ? -1 : target(other, false);
                }
            }
            Batch<OutputGroup<WIDTH, 1>::COUNT, false> batch;
            batch.fill(mine, list, lane);
            batch.eachGroup(0, batch.before(32), first, lane, train);
        }
    }
};

struct WindowPaths {
    PathTargets targets;

    __device__ __forceinline__ float share(int number) const { return targets.share(number); }

    template <class Train>
    __device__ __forceinline__ void each(
            const Window& window, int from, int to, int left, int* list, int lane,
            Train&& train) const {
        for (int number = from; number <= to; number++) {
            if (number != left) {
                int word = window.word(number);
                int count = targets.count(word);
                for (int first = 0; first < count; first += 32) {
                    int own = first + lane;
                    int mine = own < count ? targets.at(own, number, word, window) : -1;
                    Batch<OutputGroup<WIDTH, 1>::COUNT, true> batch;
                    batch.fill(mine, list, lane);
                    batch.eachGroup(0, batch.before(32), first, lane, train);
                }
            }
        }
    }
};

template <class Targets>
struct Trainer {
    const Targets& targets;
    float* outputs;
    int* list;
    int lane;
    Measurement measurement;
    unsigned windows = 0;

    // Trains a mean of input rows; answers what is to be added to each.
    __device__ __forceinline__ void train(
            const Row<WIDTH>& hidden, Row<WIDTH>& change, const Window& window, int from, int to,
            int left) {
        bool measured = windows++ % MEASURED == 0;
        measurement.predictions += measured ? max(1, to - from) : 0;
        clear(change);
        targets.each(window, from, to, left, list, lane, [&](const int* first, int count, int number) {
            OutputGroup<WIDTH, 1> group;
            group.read(outputs, first, count, window.rate, lane);
            group.train(&hidden, &change, 1, measured, measurement.loss, lane);
            group.write(outputs, [&](int i) { return targets.share(number + i); });
        });
    }
};

template <class Targets>
__device__ __forceinline__ void skipGram(
        const Sentences& sentences, const Targets& targets, const Subwords& subwords,
        float* inputs, float* outputs, int* memory, double* loss) {
    int lane = threadIdx.x;
    inputs += lane;
    outputs += lane;
    int* list = behindRing(sentences, memory);
    Trainer<Targets> trainer{targets, outputs, list, lane, {}};
    eachWindow(sentences, memory, lane, [&](const Window& window) {
        int word = window.word(window.centre);
        int count = subwords.count(word);
        Row<WIDTH> hidden;
        Row<WIDTH> change;
        clear(hidden);
        addRows(hidden, inputs, count, lane, subwords.of(word));
        scale(hidden, reciprocal(static_cast<float>(count)));
        trainer.train(hidden, change, window, window.from, window.to, window.centre);
        addToRows(change, inputs, count, lane, subwords.of(word));
    });
    trainer.measurement.addTo(loss, lane);
}

template <class Targets>
__device__ __forceinline__ void cbow(
        const Sentences& sentences, const Targets& targets, const Subwords& subwords,
        float* inputs, float* outputs, int* memory, double* loss) {
    int lane = threadIdx.x;
    inputs += lane;
    outputs += lane;
    int* list = behindRing(sentences, memory);
    Trainer<Targets> trainer{targets, outputs, list, lane, {}};
    eachWindow(sentences, memory, lane, [&](const Window& window) {
        Row<WIDTH> hidden;
        Row<WIDTH> change;
        clear(hidden);
        int count = 0;
        for (int place = 0; place < window.contexts(); place++) {
            int word = window.context(place);
            addRows(hidden, inputs, subwords.count(word), lane, subwords.of(word));
            count += subwords.count(word);
        }
        scale(hidden, reciprocal(static_cast<float>(count)));
        trainer.train(hidden, change, window, window.centre, window.centre, -1);
        for (int place = 0; place < window.contexts(); place++) {
            int word = window.context(place);
            addToRows(change, inputs, subwords.count(word), lane, subwords.of(word));
        }
    });
    trainer.measurement.addTo(loss, lane);
}

}  // namespace

KERNEL(subword_skip_gram_negative, 32)(
        float* inputs, float* outputs, SENTENCE_PARAMETERS, const long long* rowStarts,
        const int* rows, const Bits* noise, int words, int window, int negatives, int renewed, Bits key,
        unsigned* counter, double* loss) {
    WindowNoise targets{{noise, words, negatives, renewed, key}};
    skipGram(
        SENTENCES, targets, Subwords{rowStarts, rows}, inputs, outputs, SHARED_MEMORY(int), loss);
}
REGISTER_KERNEL(subword_skip_gram_negative)

KERNEL(subword_cbow_negative, 32)(
        float* inputs, float* outputs, SENTENCE_PARAMETERS, const long long* rowStarts,
        const int* rows, const Bits* noise, int words, int window, int negatives, int renewed, Bits key,
        unsigned* counter, double* loss) {
    WindowNoise targets{{noise, words, negatives, renewed, key}};
    cbow(
        SENTENCES, targets, Subwords{rowStarts, rows}, inputs, outputs, SHARED_MEMORY(int), loss);
}
REGISTER_KERNEL(subword_cbow_negative)

KERNEL(subword_skip_gram_hierarchical, 32)(
        float* inputs, float* outputs, SENTENCE_PARAMETERS, const long long* rowStarts,
        const int* rows, const int* pathStarts, const int* path, int window, Bits key,
        unsigned* counter, double* loss) {
    WindowPaths targets{PathTargets(pathStarts, path)};
    skipGram(
        SENTENCES, targets, Subwords{rowStarts, rows}, inputs, outputs, SHARED_MEMORY(int), loss);
}
REGISTER_KERNEL(subword_skip_gram_hierarchical)

KERNEL(subword_cbow_hierarchical, 32)(
        float* inputs, float* outputs, SENTENCE_PARAMETERS, const long long* rowStarts,
        const int* rows, const int* pathStarts, const int* path, int window, Bits key,
        unsigned* counter, double* loss) {
    WindowPaths targets{PathTargets(pathStarts, path)};
    cbow(
        SENTENCES, targets, Subwords{rowStarts, rows}, inputs, outputs, SHARED_MEMORY(int), loss);
}
REGISTER_KERNEL(subword_cbow_hierarchical)
