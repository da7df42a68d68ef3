package org.wordvec.library.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "v.bin, 4",
    "v.npy, 4",
    "v.fifu, 4",
    "v.txt, 10",
    "v.vec, 10",
    "v.glove, 10",
    "v.tsv, 10",
    "v.vec.gz, 10"
  })
  void theFormatTellsTheSizeOfAValue(String name, int bytes) throws IOException {
    Preflight preflight = new Preflight(TrainingFiles.to(Path.of(name)), null, false, "");
    assertThat(preflight.outputBytes(new ModelNeeds(0, 0, 1000, 0))).isEqualTo(1000L * bytes);
  }
}
