package org.wordvec.corpora.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingFileTest {
  @TempDir private Path folder;

  @Test
  void reasonNamesTheFirstInvalidPathElement() throws IOException {
    Path self = Files.createSymbolicLink(folder.resolve("self"), Path.of("self"));
    Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of("other"));
    Files.createSymbolicLink(folder.resolve("other"), one);
    Path lost = Files.createSymbolicLink(folder.resolve("lost"), Path.of("nowhere"));
    Path file = Files.writeString(folder.resolve("m.txt"), "x");
    assertThat(MissingFile.reason(self)).isEqualTo("symbolic links that form a cycle");
    assertThat(MissingFile.reason(one)).isEqualTo("symbolic links that form a cycle");
    assertThat(MissingFile.reason(self.resolve("x.bin")))
        .isEqualTo(self + " is a symbolic link in a cycle of links");
    assertThat(MissingFile.reason(lost))
        .isEqualTo("a symbolic link to nowhere, which is not there");
    assertThat(MissingFile.reason(lost.resolve("x.bin")))
        .isEqualTo(lost + " is a symbolic link to nowhere, which is not there");
    assertThat(MissingFile.reason(file.resolve("x.bin")))
        .isEqualTo(file + " is a file, not a folder");
    assertThat(MissingFile.reason(folder.resolve("none").resolve("x.bin")))
        .isEqualTo("no such file or folder");
    assertThat(MissingFile.reason(Path.of("none"))).isEqualTo("no such file or folder");
  }
}
