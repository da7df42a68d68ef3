package org.wordvec.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileStampTest {
  @TempDir private Path folder;
  private Path file;
  private FileStamp stamp;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("model.bin");
    Files.writeString(file, "one");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    stamp = FileStamp.of(file);
  }

  @Test
  void aFileThatWasNotTouchedIsTheSame() throws IOException {
    stamp.check();
    assertThat(stamp.guard(() -> Files.readString(file))).isEqualTo("one");
  }

  @Test
  void isNotWhatItWasWhenCutOrOverwritten() throws IOException {
    Files.writeString(file, "on");
    assertChanged();
    Files.writeString(file, "two");
    assertChanged();
    Files.writeString(file, "", StandardOpenOption.TRUNCATE_EXISTING);
    assertChanged();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void isNotWhatItWasWhereTheTimeWasPutBack() throws IOException {
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertChanged();
  }

  @Test
  void stillIsWhatItWasUnderAnotherNameOrNone() throws IOException {
    Files.writeString(folder.resolve("other"), "two");
    Files.move(folder.resolve("other"), file, StandardCopyOption.REPLACE_EXISTING);
    stamp.check();
    Files.delete(file);
    stamp.check();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void linksAndPermissionsAreNoContent() throws IOException {
    Files.createLink(folder.resolve("second"), file);
    assertThatCode(stamp::check).doesNotThrowAnyException();
    assertThat(file.toFile().setExecutable(true)).isTrue();
    assertThatCode(stamp::check).doesNotThrowAnyException();
  }

  @Test
  void whateverFailsOverAChangedFileFailsForThatReason() throws IOException {
    assertThatThrownBy(
            () ->
                stamp.explain(
                    () -> {
                      throw new IllegalArgumentException("no such word");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    Files.writeString(file, "two");
    assertThatThrownBy(
            () ->
                stamp.explain(
                    () -> {
                      throw new IllegalArgumentException("no such word");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": was cut or overwritten");
  }

  @Test
  void aPageThatIsLostIsAnErrorOfTheFile() {
    assertThatThrownBy(
            () ->
                stamp.explain(
                    () -> {
                      throw new InternalError("a fault occurred in an unsafe memory access");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": cannot be read: its disk failed");
  }

  private void assertChanged() {
    String words = file + ": was cut or overwritten while it was read";
    assertThatThrownBy(stamp::check).isInstanceOf(IOException.class).hasMessageStartingWith(words);
    assertThatThrownBy(() -> stamp.guard(() -> 1)).hasMessageStartingWith(words);
  }
}
