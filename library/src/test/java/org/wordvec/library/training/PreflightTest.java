package org.wordvec.library.training;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wordvec.library.FailedException;

/**
 * Checks when disk space is insufficient; FullDiskTest of the command line uses real full disks.
 */
class PreflightTest {
  private static final Path OUTPUT = Path.of("x.bin");
  private static final long SIZE = 1 << 20;

  @Test
  void lessSpaceThanNeededFails() {
    assertThatThrownBy(() -> Preflight.requireRoom(OUTPUT, 5001, 5000, SIZE))
        .isInstanceOf(FailedException.class)
        .hasMessage("x.bin: needs 5 kB of disk space, only 5 kB are free");
    assertThatCode(() -> Preflight.requireRoom(OUTPUT, 5000, 5000, SIZE))
        .doesNotThrowAnyException();
  }

  @Test
  void noFreeSpaceFails() {
    assertThatThrownBy(() -> Preflight.requireRoom(OUTPUT, 1, 0, SIZE))
        .hasMessage("x.bin: the disk is full");
  }

  @Test
  void aDiskOfUnknownSizeIsIgnored() {
    assertThatCode(() -> Preflight.requireRoom(OUTPUT, 5001, 0, 0)).doesNotThrowAnyException();
  }

  @Test
  void replacedFilesCountAsFreeSpace() {
    assertThatCode(() -> Preflight.requireRoom(OUTPUT, -5000, 0, SIZE)).doesNotThrowAnyException();
  }
}
