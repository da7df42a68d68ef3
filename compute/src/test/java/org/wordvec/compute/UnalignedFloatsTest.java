package org.wordvec.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernel")
class UnalignedFloatsTest {
  private static final ValueLayout.OfFloat VALUE =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7, 8, 16, 33})
  void areThoseOfTheSegment(int count) {
    byte[] bytes = new byte[count * Float.BYTES + 11];
    new Random(count).nextBytes(bytes);
    MemorySegment segment = MemorySegment.ofArray(bytes);
    UnalignedFloats floats = new UnalignedFloats(segment);
    for (int offset = 0; offset <= 11; offset++) {
      assertBits(floats, segment, offset, count);
    }
    assertThatThrownBy(() -> floats.copy(12, new float[count], 0, count))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** A file with a hole takes no room. */
  @Test
  void reachAcrossTheEndOfABuffer() throws IOException {
    byte[] bytes = new byte[64];
    new Random(1).nextBytes(bytes);
    long middle = 1L << 30;
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("large").toFile(), "rw");
        Arena arena = Arena.ofConfined()) {
      for (long place : new long[] {middle - 32, 2 * middle - 32, 3 * middle}) {
        file.seek(place);
        file.write(bytes);
      }
      MemorySegment segment = file.getChannel().map(MapMode.READ_ONLY, 0, file.length(), arena);
      UnalignedFloats floats = new UnalignedFloats(segment);
      for (long place : new long[] {middle - 32, 2 * middle - 32, 3 * middle}) {
        for (int offset = 0; offset <= 40; offset++) {
          assertBits(floats, segment, place + offset, 6);
        }
      }
    }
  }

  private static void assertBits(
      UnalignedFloats floats, MemorySegment segment, long offset, int count) {
    float[] copy = new float[count + 3];
    floats.copy(offset, copy, 2, count);
    for (int i = 0; i < count; i++) {
      float expected = segment.get(VALUE, offset + (long) i * Float.BYTES);
      assertThat(Float.floatToRawIntBits(copy[2 + i])).isEqualTo(Float.floatToRawIntBits(expected));
    }
    assertThat(new float[] {copy[0], copy[1], copy[count + 2]}).containsOnly(0);
  }
}
