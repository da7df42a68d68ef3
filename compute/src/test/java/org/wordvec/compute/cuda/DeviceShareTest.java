package org.wordvec.compute.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceShareTest {
  @ParameterizedTest
  @CsvSource({"7, 3, 2", "7, 1, 7", "100, 9, 4", "3200, 1, 1", "2147483647, 1000000, 8"})
  void allSharesOfAllRoundsAreTheSlicesInOrder(int slices, int rounds, int gpus) {
    int next = 0;
    for (int round = 0; round < rounds; round++) {
      for (int gpu = 0; gpu < gpus; gpu++) {
        DeviceShare share = new DeviceShare(gpu, gpus);
        assertThat(share.first(slices, round, rounds)).isEqualTo(next);
        next = share.end(slices, round, rounds);
        assertThat(next).isGreaterThan(share.first(slices, round, rounds));
      }
    }
    assertThat(next).isEqualTo(slices);
  }

  /**
   * 17 M words on two GPUs: 500 rounds. A billion: as many more as keep a round at ten million
   * words. A model of 41 GB: rounds of 1.3 billion words. A small text: rounds of 20,000 words, or
   * slices.
   */
  @ParameterizedTest
  @CsvSource({
    "17000000, 5, 1700, 81000000, 100",
    "100000000000, 1, 10000000, 81000000, 5000",
    "1000000000000, 1, 100000000, 41000000000, 500",
    "10000000000000, 1, 1000000000, 41000000000, 3903",
    "100000, 3, 10, 81000000, 3",
    "30000, 1, 3, 81000000, 1"
  })
  void severalGpusHaveSomeHundredsOfRounds(
      long size, int epochs, int slices, long modelBytes, int rounds) {
    assertThat(new DeviceShare(0, 2).rounds(size, epochs, slices, modelBytes, 1_000_000))
        .isEqualTo(rounds);
  }

  @Test
  void oneGpuHasRoundsThatItLaunchesAtOnce() {
    assertThat(DeviceShare.WHOLE.rounds(17_000_000, 5, 1_700, 81_000_000, 3_200)).isOne();
    assertThat(DeviceShare.WHOLE.rounds(17_000_000, 5, 1_700, 81_000_000, 800)).isEqualTo(3);
  }

  @Test
  void neitherDoSeveralLaunchMore() {
    DeviceShare share = new DeviceShare(0, 2);
    assertThat(share.rounds(17_000_000, 1, 1_700, 81_000_000, 1)).isEqualTo(850);
    assertThat(share.rounds(10, 1, 1_700, 81_000_000, 400)).isEqualTo(3);
  }
}
