package org.wordvec.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryAdviceTest {
  @TempDir private Path folder;

  @Test
  void aPartOfAFileCanBeAskedForAndReadsAsBefore() throws IOException {
    byte[] content = new byte[100_000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i * 31);
    }
    Path path = Files.write(folder.resolve("file"), content);
    try (Arena arena = Arena.ofConfined();
        FileChannel channel = FileChannel.open(path)) {
      MemorySegment file = channel.map(MapMode.READ_ONLY, 0, content.length, arena);
      MemoryAdvice.willRead(file, 4_097, 90_000);
      MemoryAdvice.willRead(file, 0, content.length);
      MemoryAdvice.willRead(file, 5, 0);
      assertThat(file.toArray(ValueLayout.JAVA_BYTE)).isEqualTo(content);
      assertThatThrownBy(() -> MemoryAdvice.willRead(file, 99_999, 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }
}
