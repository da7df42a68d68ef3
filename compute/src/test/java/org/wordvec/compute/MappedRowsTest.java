package org.wordvec.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.compute.search.DotProducts;

@Tag("kernel")
class MappedRowsTest {
  private static final ValueLayout.OfFloat VALUE =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final Path FILE = Path.of("file");
  private static final int ROWS = 37;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100})
  void productsAndSquaresAgreeWithDoublePrecision(int dimensions) {
    try (Arena arena = Arena.ofConfined()) {
      for (boolean scaled : new boolean[] {false, true}) {
        MappedRows rows = random(arena, dimensions, scaled);
        Matrix queries = Matrix.allocate(arena, 5, dimensions);
        for (int query = 0; query < 5; query++) {
          queries.setRow(query, rows.row(query + 9));
        }
        float[] products = new float[5 * ROWS];
        float[] squares = new float[ROWS];
        DotProducts.INSTANCE.measure(queries.slice(1, 1), rows, 2, ROWS - 2, products, squares);
        for (int row = 2; row < ROWS; row++) {
          assertThat((double) products[row - 2])
              .isCloseTo(dot(queries.row(1), rows.row(row)), within(1e-4));
          assertThat((double) squares[row - 2])
              .isCloseTo(dot(rows.row(row), rows.row(row)), within(1e-4));
        }
        for (int count : new int[] {1, 3, 5}) {
          DotProducts.INSTANCE.multiply(queries.slice(0, count), rows, 1, ROWS - 1, products);
          for (int i = 0; i < count * (ROWS - 1); i++) {
            int row = 1 + i % (ROWS - 1);
            assertThat((double) products[i])
                .isCloseTo(dot(queries.row(i / (ROWS - 1)), rows.row(row)), within(1e-4));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 16, 33})
  void aMatrixIsMeasuredAsItIsMultiplied(int dimensions) {
    try (Arena arena = Arena.ofConfined()) {
      MappedRows rows = random(arena, dimensions, false);
      Matrix matrix = Matrix.allocate(arena, ROWS, dimensions);
      for (int row = 0; row < ROWS; row++) {
        matrix.setRow(row, rows.row(row));
      }
      float[] measured = new float[ROWS];
      float[] multiplied = new float[ROWS];
      DotProducts.INSTANCE.measure(matrix.slice(3, 1), matrix, 0, ROWS, measured, new float[ROWS]);
      DotProducts.INSTANCE.multiply(matrix.slice(3, 1), matrix, 0, ROWS, multiplied);
      assertThat(measured).isEqualTo(multiplied);
    }
  }

  @Test
  void nothingBehindARowIsUsed() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocate(400, 1);
      bytes.fill((byte) 0xff);
      for (int column = 0; column < 17; column++) {
        bytes.set(VALUE, 3 + 4L * column, 1);
      }
      MappedRows.Layout layout = new MappedRows.Layout(3, 100);
      MappedRows rows = new MappedRows(FILE, bytes, layout, 1, 17);
      Matrix query = Matrix.allocate(arena, 1, 17);
      query.setRow(0, rows.row(0));
      float[] product = new float[1];
      float[] square = new float[1];
      DotProducts.INSTANCE.measure(query, rows, 0, 1, product, square);
      assertThat(product).containsExactly(17);
      assertThat(square).containsExactly(17);
    }
  }

  @Test
  void rowsOutsideTheFileAreRefused() {
    MemorySegment bytes = MemorySegment.ofArray(new byte[100]);
    assertRefused(bytes, new MappedRows.Layout(5, 8), 12, 2);
    assertRefused(bytes, new MappedRows.Layout(-1, 8), 2, 2);
    assertRefused(bytes, new MappedRows.Layout(0, 7), 2, 2);
    assertRefused(bytes, new MappedRows.Layout(0, Long.MAX_VALUE / 2), 2, 2);
    assertRefused(bytes, new MappedRows.Layout(0, 8, OptionalLong.of(93)), 2, 2);
    assertRefused(bytes, new MappedRows.Layout(0, 8, OptionalLong.of(-1)), 2, 2);
    assertThat(
            new MappedRows(FILE, bytes, new MappedRows.Layout(4, 8, OptionalLong.of(52)), 12, 2)
                .rows())
        .isEqualTo(12);
    assertThatThrownBy(
            () -> new MappedRows(FILE, bytes, new MappedRows.Layout(0, 8), new int[] {5, 4}, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void badValuesNameTheirPlace() {
    MemorySegment bytes = MemorySegment.ofArray(new byte[40]);
    bytes.set(VALUE, 13, Float.NaN);
    MappedRows rows = new MappedRows(FILE, bytes, new MappedRows.Layout(1, 8), 3, 2);
    assertThat(rows.row(0)).containsExactly(0, 0);
    assertThatThrownBy(() -> rows.get(1, 0))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("file: byte 13: value 2 of row 2 is NaN, not a finite number");
    assertThatThrownBy(() -> rows.row(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static void assertRefused(
      MemorySegment bytes, MappedRows.Layout layout, int rows, int dimensions) {
    assertThatThrownBy(() -> new MappedRows(FILE, bytes, layout, rows, dimensions))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Rows at odd addresses, with bytes between them that are no numbers. */
  private static MappedRows random(Arena arena, int dimensions, boolean scaled) {
    Random random = new Random(dimensions);
    int[] drift = new int[ROWS];
    for (int row = 1; row < ROWS; row++) {
      drift[row] = drift[row - 1] + random.nextInt(4);
    }
    long step = 4L * dimensions + 1;
    long scales = 7 + ROWS * step + drift[ROWS - 1];
    MemorySegment bytes = arena.allocate(scales + 4L * ROWS, 1);
    bytes.fill((byte) 0xff);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < dimensions; column++) {
        bytes.set(VALUE, 7 + row * step + drift[row] + 4L * column, random.nextFloat() * 2 - 1);
      }
      bytes.set(VALUE, scales + 4L * row, 0.5f + random.nextFloat());
    }
    MappedRows.Layout layout =
        new MappedRows.Layout(7, step, scaled ? OptionalLong.of(scales) : OptionalLong.empty());
    return new MappedRows(FILE, bytes, layout, drift, dimensions);
  }

  private static double dot(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }

  @Test
  void rowsOfALargeFileAreBuffered(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large");
    int dimensions = 19;
    long first = MappedRows.LARGE + 3;
    int[] drift = {0, 1, 1, 4, 9};
    MappedRows.Layout layout = new MappedRows.Layout(first, 80, OptionalLong.of(5));
    try (Arena arena = Arena.ofConfined();
        FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
      // A file with a hole, of which the disk keeps the end alone.
      Random random = new Random(4);
      ByteBuffer values = ByteBuffer.allocate(500);
      random.nextBytes(values.array());
      for (int at = 3; at < 500; at += 4) {
        values.put(at, (byte) 0x3f);
      }
      channel.write(values, first);
      channel.write(floats(2, 3, 4, 5, 6), 5);
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      MappedRows mapped = new MappedRows(file, bytes, layout, drift, dimensions);
      assertThat(mapped.buffered(1, 3)).isSameAs(mapped);
      FileStamp stamp = FileStamp.of(file);
      FloatRows buffered =
          mapped.in(new NamedChannel(channel, file.toString(), ""), stamp).buffered(1, 3);
      assertThat(buffered).isNotSameAs(mapped);
      for (int row = 1; row < 4; row++) {
        assertThat(buffered.row(row)).isEqualTo(mapped.row(row));
        float[] copy = new float[dimensions];
        buffered.copyRow(row, copy, 0);
        assertThat(copy).isEqualTo(mapped.row(row));
        assertThat(buffered.segment(row).get(ValueLayout.JAVA_FLOAT_UNALIGNED, 0))
            .isEqualTo(mapped.copied(row, 1).segment(row).get(ValueLayout.JAVA_FLOAT_UNALIGNED, 0));
      }
      NamedChannel closed = NamedChannel.open(file);
      closed.close();
      assertThat(mapped.in(closed, stamp).buffered(1, 3).row(2)).isEqualTo(mapped.row(2));
    }
  }

  private static ByteBuffer floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.flip();
  }
}
