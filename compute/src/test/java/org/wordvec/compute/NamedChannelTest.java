package org.wordvec.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedChannelTest {
  private static final String DISK = ": Input/output error";

  @TempDir private Path folder;

  @Test
  void whateverFailsNamesTheFile() {
    NamedChannel file = new NamedChannel(new FailingChannel(), "model.bin", "");
    ByteBuffer bytes = ByteBuffer.allocate(8);
    String nothingTaken = ": the system takes no more bytes and does not say why";
    assertSays(() -> file.read(bytes), "model.bin: cannot read" + DISK);
    assertSays(file::size, "model.bin: cannot read" + DISK);
    assertSays(file::force, "model.bin: cannot write" + DISK);
    assertSays(() -> file.write(bytes), "model.bin: cannot write" + nothingTaken);
    assertSays(() -> file.write(bytes, 9), "model.bin: cannot write" + nothingTaken);
    assertSays(() -> file.stream().write(1), "model.bin: cannot write" + nothingTaken);
    assertSays(
        () -> file.map(MapMode.READ_ONLY, 0, 8, Arena.ofAuto()),
        "model.bin: cannot map into memory: the system gives no more; ulimit -v or"
            + " vm.max_map_count may be too low");
    assertSays(file::close, "model.bin: cannot write" + DISK);
  }

  @Test
  void aTemporaryFileIsNamedByWhatItIsFor() {
    NamedChannel file = new NamedChannel(new FailingChannel(), "/tmp", " a temporary file");
    assertSays(file::force, "/tmp: cannot write a temporary file" + DISK);
  }

  @Test
  void aStreamThatFailsNamesTheFile() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs Linux");
    // The system opens a folder for reading and then refuses to read it.
    assertSays(
        () -> {
          try (var stream = NamedChannel.input(folder)) {
            stream.readAllBytes();
          }
        },
        folder + ": cannot read: Is a directory");
  }

  @Test
  void aFullDiskNamesTheFile() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs Linux");
    assertSays(
        () -> {
          try (NamedChannel file =
              NamedChannel.open(full, "model.bin", "", StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(8));
          }
        },
        "model.bin: cannot write: No space left on device");
  }

  @Test
  void anInterruptionStaysWhatItIs() {
    IOException interruption = new ClosedByInterruptException();
    assertThat(NamedChannel.failure(interruption, "a", "write")).isSameAs(interruption);
  }

  @Test
  void foldersThatCannotBeForcedAreLeftToTheSystem() {
    assertThatCode(() -> NamedChannel.forceFolder(folder)).doesNotThrowAnyException();
    assertThatCode(() -> NamedChannel.forceFolder(folder.resolve("missing")))
        .doesNotThrowAnyException();
  }

  private static void assertSays(ThrowingCallable call, String message) {
    assertThatIOException().isThrownBy(call).withMessage(message);
  }
}
