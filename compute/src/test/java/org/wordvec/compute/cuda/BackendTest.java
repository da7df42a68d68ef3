package org.wordvec.compute.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendTest {
  /** None that anybody asks anything. */
  private static final CudaDevice DEVICE = new CudaDevice(null, 0, 0, "", 0, 75, 1, 10_000);

  @ParameterizedTest
  @CsvSource({"1, 1", "34000, 2", "17000000, 1000", "1000000000000, 2048"})
  void concurrencyGrowsWithTheCorpusUpToABound(long tokens, int sentences) {
    assertThat(new Backend.Gpu(List.of(DEVICE), OptionalInt.empty()).concurrencyFor(tokens))
        .isEqualTo(sentences);
  }

  @Test
  void aNumberThatWasGivenStays() {
    assertThat(new Backend.Gpu(DEVICE, 5000).concurrencyFor(1)).isEqualTo(5000);
  }

  @Test
  void anotherNumberIsRefused() {
    assertThatThrownBy(() -> new Backend.Gpu(DEVICE, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backend.Gpu(DEVICE, 65_536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 65535, not 65536");
  }

  @Test
  void noGpuOrOneTwiceIsRefused() {
    assertThatThrownBy(() -> new Backend.Gpu(List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backend.Gpu(List.of(DEVICE, DEVICE), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GPUs are needed, each once, not [0, 0]");
  }
}
