package org.wordvec.compute.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaunchSizeTest {
  private final LaunchSize size = new LaunchSize(128, 16);

  @Test
  void growsOnAFastGpuToAllThatIsLeft() {
    assertThat(size.of(3_200)).isEqualTo(128);
    size.took(128, 0.004);
    assertThat(size.of(3_200)).isEqualTo(512);
    size.took(512, 0.016);
    assertThat(size.of(3_200)).isEqualTo(2_048);
    size.took(2_048, 0.064);
    assertThat(size.of(3_200)).isEqualTo(3_200);
    assertThat(size.of(5)).isEqualTo(5);
  }

  @Test
  void shrinksOnASlowGpuUntilAKernelIsShortEnough() {
    size.took(128, 2.5);
    assertThat(size.of(3_200)).isEqualTo(16);
    size.took(16, 0.4);
    assertThat(size.of(3_200)).isEqualTo(16);
    size.took(16, 60);
    assertThat(size.of(3_200)).isEqualTo(16);
  }

  @Test
  void staysWhereAKernelTakesAboutAQuarterOfASecond() {
    size.took(128, 0.3);
    assertThat(size.of(3_200)).isEqualTo(128);
    size.took(128, 0.51);
    assertThat(size.of(3_200)).isEqualTo(62);
    size.took(62, 0.25);
    assertThat(size.of(3_200)).isEqualTo(62);
  }

  /** The last kernel of a launch takes what is left, which says nothing of larger ones. */
  @Test
  void doesNotGrowAfterARest() {
    size.took(3, 0.001);
    assertThat(size.of(3_200)).isEqualTo(128);
  }

  @Test
  void survivesAClockThatSaysNothing() {
    for (int i = 0; i < 40; i++) {
      size.took(size.of(Integer.MAX_VALUE), 0);
    }
    assertThat(size.of(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
  }
}
