package org.wordvec.vectors.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.vectors.VectorFormatException;

class MappedBytesTest {
  private static final long WINDOW = 1L << 30;
  private static final byte[] CONTENT = {
    1, 2, 3, 4, 5, 6, 7, 8, 'w', 'o', 'r', 'd', 0, 0, 0, 0, 0, 0, 0, (byte) 0xf0, 0x3f
  };

  @TempDir private Path folder;

  @Test
  void numbersAndWordsMayLieAcrossTheEndOfAWindow() throws IOException {
    for (int before = 0; before <= CONTENT.length; before++) {
      long start = WINDOW - before;
      Path path = file(start);
      try (Arena arena = Arena.ofConfined()) {
        MappedBytes in = MappedBytes.open(path, arena);
        assertThat(in.nextByte("nothing")).isZero();
        in.skip(start - 1, "a hole");
        assertThat(in.nextInt("four bytes")).isEqualTo(0x04030201);
        assertThat(in.nextInt("four bytes")).isEqualTo(0x08070605);
        assertThat(in.nextWord("a word")).isEqualTo(new byte[] {'w', 'o', 'r', 'd'});
        assertThat(in.nextDouble("a number")).isEqualTo(1);
        in.expectEnd();
        assertThatThrownBy(() -> in.nextLong("more"))
            .isInstanceOf(VectorFormatException.class)
            .hasMessageContaining("the file ends within more");
      }
    }
  }

  @Test
  void aWindowGoesBackAndForth() throws IOException {
    long start = WINDOW + 5;
    Path path = file(start);
    try (Arena arena = Arena.ofConfined()) {
      FileWindow window = FileWindow.mapped(MappedBytes.open(path, arena).bytes());
      for (long place : new long[] {start + 3, 7, start, WINDOW - 1, start + CONTENT.length - 1}) {
        byte expected = place < start ? 0 : CONTENT[(int) (place - start)];
        assertThat(window.at(place)).isEqualTo(expected);
      }
      assertThat(window.size()).isEqualTo(start + CONTENT.length);
    }
  }

  /** A sparse file takes no space. */
  private Path file(long start) throws IOException {
    Path path = folder.resolve("large");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(0);
      file.seek(start);
      file.write(CONTENT);
    }
    return path;
  }
}
