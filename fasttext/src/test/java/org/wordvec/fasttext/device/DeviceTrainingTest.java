package org.wordvec.fasttext.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.cuda.Backend;
import org.wordvec.compute.cuda.CudaException;
import org.wordvec.compute.training.Schedule;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.emulation.EmulatedGpu;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.fasttext.Subwords;
import org.wordvec.fasttext.Texts;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Word2VecConfig;

/** Training on the stand-in for a GPU: the real kernels, driven as on a real one. */
class DeviceTrainingTest {
  private static final Objective SAMPLING = new Objective.NegativeSampling(5, 0.5);
  private static final Subwords SUBWORDS = new Subwords(3, 6, 500);

  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private final EmulatedGpu gpu = EmulatedGpu.plug();
  private final EncodedCorpus corpus = EncodedTexts.encode(Texts.TOPICS.lines(150, 1), arena);

  static Stream<Arguments> models() {
    return Texts.models(SAMPLING, SUBWORDS, 2).map(Arguments::of);
  }

  /**
   * One sentence at a time both do the same but for the groups in which a window's outputs are
   * trained, which is of second order in the rate; so it is low here.
   */
  @ParameterizedTest
  @MethodSource("models")
  void agreesWithTheCpuOneSentenceAtATime(FastTextConfig config) throws InterruptedException {
    FastTextConfig slow = withRate(config, 5e-5);
    FastText.Trained onCpu = FastText.train(new FastText.Run(corpus, slow, arena));
    FastText.Trained onGpu = train(slow);
    assertThat(deviation(onGpu.inputs(), onCpu.inputs())).isLessThan(1e-4);
    assertThat(deviation(onGpu.outputs(), onCpu.outputs())).isLessThan(1e-2);
    for (int epoch = 0; epoch < 2; epoch++) {
      double loss = onCpu.report().losses().get(epoch);
      assertThat(onGpu.report().losses().get(epoch)).isCloseTo(loss, within(0.05 * loss));
    }
    assertThat(onGpu.report().device()).isPresent();
  }

  /** The nodes of a single path are different rows, and in the same groups on both. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void agreesWithTheCpuAtAnyRateOverOnePath(boolean ngrams) throws InterruptedException {
    FastTextConfig config =
        Texts.config(
            Architecture.CBOW,
            new Objective.HierarchicalSoftmax(),
            ngrams ? SUBWORDS : Subwords.NONE,
            1,
            2);
    FastText.Trained onCpu = FastText.train(new FastText.Run(corpus, config, arena));
    FastText.Trained onGpu = train(config);
    assertThat(deviation(onGpu.inputs(), onCpu.inputs())).isLessThan(1e-3);
    assertThat(deviation(onGpu.outputs(), onCpu.outputs())).isLessThan(1e-3);
  }

  /** The greatest difference of two values, relative to a typical one. */
  private static double deviation(Matrix found, Matrix expected) {
    double squares = 0;
    double worst = 0;
    assertThat(found.rows()).isEqualTo(expected.rows());
    for (int row = 0; row < expected.rows(); row++) {
      for (int column = 0; column < expected.dimensions(); column++) {
        double value = expected.get(row, column);
        squares += value * value;
        worst = Math.max(worst, Math.abs(found.get(row, column) - value));
      }
    }
    return worst / Math.sqrt(squares / ((double) expected.rows() * expected.dimensions()));
  }

  private static FastTextConfig withRate(FastTextConfig config, double rate) {
    Word2VecConfig prediction = config.prediction();
    return new FastTextConfig(prediction.withSchedule(new Schedule(2, rate)), config.subwords());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reverse", "greedy", "random:7"})
  void isTheSameToTheBitWhicheverThreadIsFirst(String schedule) throws InterruptedException {
    FastTextConfig config = Texts.config(Architecture.SKIP_GRAM, SAMPLING, SUBWORDS, 1, 1);
    FastText.Trained forward = train(config);
    EmulatedGpu.set("EMULATED_SCHEDULE", schedule);
    FastText.Trained other = train(config);
    assertThat(other.inputs().segment().mismatch(forward.inputs().segment())).isEqualTo(-1);
    assertThat(other.outputs().segment().mismatch(forward.outputs().segment())).isEqualTo(-1);
  }

  @Test
  void theRowsOfWordsCountWhereMemoryIsScarce() {
    EmulatedGpu.set("EMULATED_MEMORY", "60000000");
    assertThatThrownBy(() -> train(Texts.config(Architecture.CBOW, SAMPLING, SUBWORDS, 1, 1)))
        .isInstanceOf(CudaException.class)
        .hasMessageContaining("60,000,000 free");
  }

  private FastText.Trained train(FastTextConfig config) throws InterruptedException {
    return DeviceFastText.train(
        new FastText.Run(corpus, config, arena), new Backend.Gpu(gpu.device(), 1));
  }
}
