package org.wordvec.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path directory;

  @Test
  void writesAndReplaces() throws IOException {
    Path path = directory.resolve("file");
    OutputFile.write(path, stream -> stream.write("old".getBytes(UTF_8)));
    OutputFile.write(path, stream -> stream.write("new".getBytes(UTF_8)));
    assertThat(path).hasContent("new");
    assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void failureLeavesTheOldFileAlone() throws IOException {
    Path path = Files.writeString(directory.resolve("file"), "old");
    assertThatThrownBy(
            () ->
                OutputFile.write(
                    path,
                    stream -> {
                      stream.write(new byte[1 << 20]);
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(path).hasContent("old");
    assertThat(directory.toFile().list()).containsExactly("file");
  }

  @Test
  void nobodySeesAPart() throws IOException {
    Path path = directory.resolve("file");
    OutputFile.write(
        path,
        stream -> {
          stream.write(1);
          stream.flush();
          assertThat(path).doesNotExist();
        });
    assertThat(path).exists();
  }

  @Test
  void symbolicLinkStaysALink() throws IOException {
    Path target = Files.writeString(directory.resolve("target"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link"), target);
    OutputFile.write(link, stream -> stream.write("new".getBytes(UTF_8)));
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new");
  }

  @Test
  void behindALinkToNothingAFileIsMade() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("target"));
    OutputFile.write(link, stream -> stream.write("new".getBytes(UTF_8)));
    assertThat(link).isSymbolicLink();
    assertThat(directory.resolve("target")).hasContent("new");
    Path far = Files.createSymbolicLink(directory.resolve("far"), Path.of("none/target"));
    assertThatThrownBy(() -> OutputFile.check(far))
        .hasMessage(far + ": cannot write, there is no directory " + directory.resolve("none"));
  }

  @Test
  void linksInACircleAndPathsThroughFilesAreRefused() throws IOException {
    Path circle = Files.createSymbolicLink(directory.resolve("circle"), Path.of("circle"));
    for (Path path : List.of(circle, circle.resolve("x.bin"))) {
      assertThatThrownBy(() -> OutputFile.write(path, stream -> stream.write(1)))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(path + ": cannot write, ")
          .hasMessageContaining("round in a circle");
    }
    assertThat(circle).isSymbolicLink();
    Path file = Files.writeString(directory.resolve("m.txt"), "old");
    for (String inside : List.of("x.bin", "x/y.bin")) {
      Path path = file.resolve(inside);
      assertThatThrownBy(() -> OutputFile.check(path))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(path + ": cannot write, " + file + " is a file and no ");
    }
  }

  @Test
  void fullDeviceIsAFailure() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "no /dev/full on this system");
    assertThatThrownBy(() -> OutputFile.write(full, stream -> stream.write(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
  }

  @Test
  void aFailureThatTheContentSwallowsIsAFailure() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "no /dev/full on this system");
    assertThatThrownBy(
            () ->
                OutputFile.write(
                    full,
                    stream -> {
                      PrintWriter writer = new PrintWriter(new OutputStreamWriter(stream, UTF_8));
                      writer.print("x".repeat(1 << 20));
                      assertThat(writer.checkError()).isTrue();
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("/dev/full: cannot write: No space left on device");
  }

  @Test
  void whoCouldNotReadTheOldFileCannotReadTheNewOne() throws IOException {
    Path path = Files.writeString(directory.resolve("file"), "old");
    assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("posix"), "no modes");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    OutputFile.write(path, stream -> stream.write(1));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void aReadOnlyFileIsNotReplaced() throws IOException {
    Path path = Files.writeString(directory.resolve("file"), "old");
    assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("posix"), "no modes");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), path);
    for (Path output : List.of(path, link)) {
      String message = output + ": cannot write, the file is read-only";
      assertThatThrownBy(() -> OutputFile.check(output)).hasMessage(message);
      assertThatThrownBy(() -> OutputFile.write(output, stream -> stream.write(1)))
          .hasMessage(message);
    }
    assertThat(path).hasContent("old");
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("file", "link");
  }

  @Test
  void checkFindsWhatCannotBeWritten() throws IOException {
    OutputFile.check(directory.resolve("file"));
    OutputFile.check(Path.of("file"));
    assertThatThrownBy(() -> OutputFile.check(directory))
        .isInstanceOf(IOException.class)
        .hasMessage(directory + ": cannot write, this is a directory");
    Path orphan = directory.resolve("none").resolve("file");
    assertThatThrownBy(() -> OutputFile.check(orphan))
        .isInstanceOf(IOException.class)
        .hasMessage(orphan + ": cannot write, there is no directory " + orphan.getParent());
    Path locked = Files.createDirectory(directory.resolve("locked"));
    assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "running as root");
    assertThatThrownBy(() -> OutputFile.check(locked.resolve("file")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no permission to write to " + locked);
  }
}
