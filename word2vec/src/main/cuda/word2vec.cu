// Skip-gram and CBOW, each with negative sampling and with hierarchical softmax (Mikolov et al.
// 2013, arXiv:1301.3781 and 1310.4546). One warp, which is a block, trains a sentence at a time; as
// many blocks as the host launches are in flight, and share the matrices without locks. With one
// block the result is that of a sequential program.
//
// Compiled once for each WIDTH, the floats of a row.

#include "gather.cuh"
#include "targets.cuh"

// Each width's functions are its own.
namespace {

__device__ __forceinline__ float* rowOf(float* matrix, int row) {
    return matrix + static_cast<size_t>(row) * WIDTH;
}

// Trains each word of the window against one group of outputs, in turn, as word2vec.c does. The
// next row is on its way while one is computed; a word that follows its equal gets its row as it
// was just left.
__device__ __forceinline__ void trainEach(
        float* inputs, const Window& window, OutputGroup<WIDTH>& group, float& loss, int lane) {
    int number = window.from == window.centre ? window.from + 1 : window.from;
    int word = window.word(number);
    Row<WIDTH> input;
    load(input, rowOf(inputs, word), lane);
    for (;;) {
        number += number + 1 == window.centre ? 2 : 1;
        bool more = number <= window.to;
        int nextWord = more ? window.word(number) : word;
        Row<WIDTH> next = input;
        if (nextWord != word) {
            load(next, rowOf(inputs, nextWord), lane);
        }
        Row<WIDTH> change;
        clear(change);
        group.train(input, change, window.measured, loss, lane);
        addTo(rowOf(inputs, word), 1.0f, change, lane);
        if (!more) {
            break;
        }
        if (nextWord == word) {
            add(next, 1.0f, change);
        }
        input = next;
        word = nextWord;
    }
}

template <class Targets>
__device__ __forceinline__ void skipGram(
        const Sentences& sentences, const Targets& targets, float* inputs, float* outputs,
        int* memory, double* loss) {
    int lane = threadIdx.x;
    int* list = memory + 2 * ringSize(sentences.window);
    Measurement measurement;
    eachWindow(sentences, memory, lane, [&](const Window& window) {
        measurement.predictions += window.measured ? window.contexts() : 0;
        constexpr int COUNT = OutputGroup<WIDTH>::COUNT;
        eachTargetGroup<COUNT>(targets, window, list, lane, [&](const int* first, int count, int number) {
            OutputGroup<WIDTH> group;
            group.read(outputs, first, count, window.rate, lane);
            trainEach(inputs, window, group, measurement.loss, lane);
            group.write(outputs, lane, [&](int i) { return Targets::share(number + i); });
        });
    });
    measurement.addTo(loss, lane);
}

template <class Targets>
__device__ __forceinline__ void cbow(
        const Sentences& sentences, const Targets& targets, float* inputs, float* outputs,
        int* memory, double* loss) {
    int lane = threadIdx.x;
    int* list = memory + 2 * ringSize(sentences.window);
    Measurement measurement;
    eachWindow(sentences, memory, lane, [&](const Window& window) {
        measurement.predictions += window.measured ? 1 : 0;
        constexpr int COUNT = OutputGroup<WIDTH>::COUNT;
        auto context = [&](int number) { return window.context(number); };
        Row<WIDTH> hidden;
        clear(hidden);
        addRows(hidden, inputs, window.contexts(), lane, context);
        scale(hidden, 1.0f / static_cast<float>(window.contexts()));
        Row<WIDTH> change;
        clear(change);
        eachTargetGroup<COUNT>(targets, window, list, lane, [&](const int* first, int count, int number) {
            OutputGroup<WIDTH> group;
            group.read(outputs, first, count, window.rate, lane);
            group.train(hidden, change, window.measured, measurement.loss, lane);
            group.write(outputs, lane, [&](int i) { return Targets::share(number + i); });
        });
        addToRows(change, inputs, window.contexts(), lane, context);
    });
    measurement.addTo(loss, lane);
}

}  // namespace

KERNEL(skip_gram_negative, 32)(
        float* inputs, float* outputs, SENTENCE_PARAMETERS, const Bits* noise, int words,
        int window, int negatives, Bits key, unsigned* counter, double* loss) {
    NoiseTargets targets{noise, words, negatives, 0, key};
    skipGram(SENTENCES, targets, inputs, outputs, SHARED_MEMORY(int), loss);
}
REGISTER_KERNEL(skip_gram_negative)

KERNEL(cbow_negative, 32)(
        float* inputs, float* outputs, SENTENCE_PARAMETERS, const Bits* noise, int words,
        int window, int negatives, Bits key, unsigned* counter, double* loss) {
    NoiseTargets targets{noise, words, negatives, 0, key};
    cbow(SENTENCES, targets, inputs, outputs, SHARED_MEMORY(int), loss);
}
REGISTER_KERNEL(cbow_negative)

KERNEL(skip_gram_hierarchical, 32)(
        float* inputs, float* outputs, SENTENCE_PARAMETERS, const int* pathStarts,
        const int* path, int window, Bits key, unsigned* counter, double* loss) {
    skipGram(SENTENCES, PathTargets{pathStarts, path}, inputs, outputs, SHARED_MEMORY(int), loss);
}
REGISTER_KERNEL(skip_gram_hierarchical)

KERNEL(cbow_hierarchical, 32)(
        float* inputs, float* outputs, SENTENCE_PARAMETERS, const int* pathStarts,
        const int* path, int window, Bits key, unsigned* counter, double* loss) {
    cbow(SENTENCES, PathTargets{pathStarts, path}, inputs, outputs, SHARED_MEMORY(int), loss);
}
REGISTER_KERNEL(cbow_hierarchical)
