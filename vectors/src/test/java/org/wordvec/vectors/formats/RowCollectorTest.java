package org.wordvec.vectors.formats;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.ModelMemory;

class RowCollectorTest {
  private static final int DIMENSIONS = 64;
  private static final int MOST = Integer.MAX_VALUE;

  @TempDir Path folder;

  @Test
  void joinsChunks() throws Exception {
    int rows = 120_000;
    try (Arena arena = Arena.ofConfined();
        ByteReader in = packed();
        RowCollector collector = new RowCollector(in, arena, MOST, DIMENSIONS)) {
      for (int row = 0; row < rows; row++) {
        add(collector, row);
      }
      WordVectors vectors = collector.vectors();
      assertThat(vectors.size()).isEqualTo(rows);
      for (int row = 0; row < rows; row++) {
        assertThat(vectors.words().word(row)).isEqualTo("w" + row);
        assertThat(vectors.matrix().get(row, 0)).isEqualTo(row);
        assertThat(vectors.matrix().get(row, DIMENSIONS - 1)).isEqualTo(-row);
      }
    }
  }

  @Test
  void usesAtMostTwiceTheMemoryOfTheRows() throws Exception {
    long there = 100_000_000;
    ModelMemory memory = new ModelMemory(Path.of("m.gz"), () -> there);
    try (Arena arena = Arena.ofConfined();
        ByteReader in = packed();
        RowCollector collector = new RowCollector(in, arena, MOST, DIMENSIONS, memory)) {
      assertThatThrownBy(
              () -> {
                for (int row = 0; row < 1_000_000; row++) {
                  add(collector, row);
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("more than the system gives");
      long taken = 2L * collector.size() * DIMENSIONS * Float.BYTES;
      assertThat(taken).isLessThanOrEqualTo(there).isGreaterThan(there * 3 / 4);
    }
  }

  private static void add(RowCollector collector, int row) throws IOException {
    float[] values = new float[DIMENSIONS];
    values[0] = row;
    values[DIMENSIONS - 1] = -row;
    byte[] word = ("w" + row).getBytes(US_ASCII);
    collector.add(values, word, 0, word.length);
  }

  private ByteReader packed() throws IOException {
    Path file = folder.resolve("m.txt.gz");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write("a 1\n".getBytes(US_ASCII));
    }
    Files.write(file, bytes.toByteArray());
    return ByteReader.open(file);
  }
}
