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

// How many words of a window are trained at once against a group of outputs: as many as the registers
// hold.
constexpr int TOGETHER = WIDTH > 320 ? 1 : 2;

using Outputs = OutputGroup<WIDTH, TOGETHER>;

// Rows of some words of a window.
struct Inputs {
    float* at[TOGETHER];
    Row<WIDTH> rows[TOGETHER];

    __device__ __forceinline__ void read(float* matrix, const Window& window, int place) {
#pragma unroll
        for (int i = 0; i < TOGETHER; i++) {
            at[i] = rowOf<WIDTH>(matrix, window.context(min(place + i, window.contexts() - 1)));
            load(rows[i], at[i]);
        }
    }
};

// Trains the words of the window against one group of outputs, TOGETHER at a time. The next are read
// before the changes of these are added, and are on their way while these are computed.
__device__ __forceinline__ void trainEach(
        float* matrix, const Window& window, Outputs& group, float& loss, int lane) {
    int left = window.contexts();
    Inputs inputs;
    inputs.read(matrix, window, 0);
    for (int place = TOGETHER;; place += TOGETHER) {
        Inputs next = inputs;
        if (left > TOGETHER) {
            next.read(matrix, window, place);
        }
        Row<WIDTH> changes[TOGETHER];
#pragma unroll
        for (int i = 0; i < TOGETHER; i++) {
            clear(changes[i]);
        }
        group.train(inputs.rows, changes, left, window.measured, loss, lane);
#pragma unroll
        for (int i = 0; i < TOGETHER; i++) {
            if (i == 0 || i < left) {
                addTo(inputs.at[i], 1.0f, changes[i]);
            }
        }
        if (left <= TOGETHER) {
            break;
        }
        left -= TOGETHER;
        inputs = next;
    }
}

template <class Targets>
__device__ __forceinline__ void skipGram(
        const Sentences& sentences, const Targets& targets, float* inputs, float* outputs,
        int* memory, double* loss) {
    int lane = threadIdx.x;
    inputs += lane;
    outputs += lane;
    int* list = behindRing(sentences, memory);
    Measurement measurement;
    TargetGroups<Outputs::COUNT, Targets> groups(targets, list, lane);
    eachWindow(sentences, memory, lane, [&](const Window& window) {
        measurement.predictions += window.measured ? window.contexts() : 0;
        groups.each(window, [&](const int* first, int count, int number) {
            Outputs group;
            group.read(outputs, first, count, window.rate, lane);
            trainEach(inputs, window, group, measurement.loss, lane);
            group.write(outputs, [&](int i) { return targets.share(number + i); });
        });
    });
    measurement.addTo(loss, lane);
}

template <class Targets>
__device__ __forceinline__ void cbow(
        const Sentences& sentences, const Targets& targets, float* inputs, float* outputs,
        int* memory, double* loss) {
    int lane = threadIdx.x;
    inputs += lane;
    outputs += lane;
    int* list = behindRing(sentences, memory);
    Measurement measurement;
    TargetGroups<OutputGroup<WIDTH, 1>::COUNT, Targets> groups(targets, list, lane);
    eachWindow(sentences, memory, lane, [&](const Window& window) {
        measurement.predictions += window.measured ? 1 : 0;
        auto context = [&](int number) { return window.context(number); };
        Row<WIDTH> hidden;
        Row<WIDTH> change;
        clear(hidden);
        clear(change);
        groups.each(window, [&](const int* first, int count, int number) {
            OutputGroup<WIDTH, 1> group;
            group.read(outputs, first, count, window.rate, lane);
            // While the first rows are on their way.
            if (number == 0) {
                addRows(hidden, inputs, window.contexts(), lane, context);
                scale(hidden, reciprocal(static_cast<float>(window.contexts())));
            }
            group.train(&hidden, &change, 1, window.measured, measurement.loss, lane);
            group.write(outputs, [&](int i) { return targets.share(number + i); });
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
    skipGram(SENTENCES, PathTargets(pathStarts, path), inputs, outputs, SHARED_MEMORY(int), loss);
}
REGISTER_KERNEL(skip_gram_hierarchical)

KERNEL(cbow_hierarchical, 32)(
        float* inputs, float* outputs, SENTENCE_PARAMETERS, const int* pathStarts,
        const int* path, int window, Bits key, unsigned* counter, double* loss) {
    cbow(SENTENCES, PathTargets(pathStarts, path), inputs, outputs, SHARED_MEMORY(int), loss);
}
REGISTER_KERNEL(cbow_hierarchical)
