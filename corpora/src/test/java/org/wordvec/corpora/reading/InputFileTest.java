package org.wordvec.corpora.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
  private static final int SIZE = 3_000_000;

  @TempDir private Path folder;
  private final byte[] content = new byte[SIZE];
  private Path file;

  /** An action on the file while it is read. */
  @FunctionalInterface
  private interface Event {
    void happen() throws IOException;
  }

  @BeforeEach
  void writeFile() throws IOException {
    new Random(1).nextBytes(content);
    file = write("text", content);
  }

  @Test
  void aFileThatIsWrittenToWhileItIsReadIsNoText() {
    assertThatThrownBy(
            () -> readAround(() -> FileChannel.open(file, StandardOpenOption.WRITE).truncate(9)))
        .isInstanceOf(TextFileException.class)
        .hasMessage(
            file + ": was cut or written to while it was read; start again when it is whole");
    assertThatThrownBy(
            () -> readAround(() -> Files.write(file, new byte[3], StandardOpenOption.APPEND)))
        .isInstanceOf(TextFileException.class);
    assertThatThrownBy(
            () -> readAround(() -> Files.write(file, new byte[3], StandardOpenOption.WRITE)))
        .isInstanceOf(TextFileException.class);
  }

  @Test
  void aFileThatIsReplacedOrRemovedIsReadOn() throws IOException {
    Path other = write("other", new byte[7]);
    assertThat(readAround(() -> Files.move(other, file, StandardCopyOption.REPLACE_EXISTING)))
        .isEqualTo(content);
    Files.write(file, content);
    assertThat(readAround(() -> Files.delete(file))).isEqualTo(content);
  }

  @Test
  void aPackedFileToWhichAnotherPartIsAddedIsNoText() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    file = write("text.gz", packed.toByteArray());
    assertThatThrownBy(
            () ->
                readAround(
                    () -> Files.write(file, packed.toByteArray(), StandardOpenOption.APPEND)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("was cut or written to while it was read");
  }

  /** Reads some bytes, runs the action, and reads the remainder. */
  private byte[] readAround(Event event) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (InputStream in = Decompression.open(InputFile.open(file), file.toString())) {
      read.writeBytes(in.readNBytes(10));
      event.happen();
      in.transferTo(read);
    }
    return read.toByteArray();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
