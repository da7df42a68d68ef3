package org.wordvec.corpora.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class GlobsTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (String name : List.of("d1/a.txt", "d2/b.txt", "h/.one", "h/two", "h/.git/.three")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "a\n");
    }
    Files.createSymbolicLink(folder.resolve("zz"), Path.of("nowhere"));
    Files.createSymbolicLink(folder.resolve("d2/zz.bak"), Path.of("nowhere"));
    Files.createSymbolicLink(folder.resolve("d1/self"), Path.of("self"));
  }

  @Test
  void brokenLinksThatDoNotMatchAreNotLookedAt() throws IOException {
    assertThat(expand("d*/a.txt")).containsExactly("d1/a.txt");
    assertThat(expand("*/a.txt")).containsExactly("d1/a.txt");
    assertThat(expand("d2/*.txt")).containsExactly("d2/b.txt");
    assertThat(expand("**/b.txt")).containsExactly("d2/b.txt");
  }

  @Test
  @Timeout(20)
  void threeStarsAreTreatedAsTwo() throws IOException {
    assertThat(expand("d2/" + "*".repeat(2000) + "b.txt")).containsExactly("d2/b.txt");
    assertThat(expand("*".repeat(2000) + "/b.txt")).containsExactly("d2/b.txt");
  }

  @Test
  void brokenLinksThatMatchAreErrors() {
    assertThatThrownBy(() -> expand("d2/*")).hasMessageContaining("zz.bak: a symbolic link to");
    assertThatThrownBy(() -> FolderFiles.below(folder.resolve("d2"), 9))
        .hasMessageContaining("zz.bak: a symbolic link to");
    assertThatThrownBy(() -> FolderFiles.requireTarget(folder.resolve("d1/self")))
        .hasMessageContaining("self: symbolic links that form a cycle");
    assertThatThrownBy(() -> expand("d1/s*")).hasMessageContaining("form a cycle");
  }

  @Test
  void hiddenFilesMatchAWrittenPoint() throws IOException {
    assertThat(expand("h/*")).containsExactly("h/two");
    assertThat(expand("h/.*")).containsExactly("h/.one");
    assertThatThrownBy(() -> expand("h/*/.*")).hasMessageContaining("no file matches");
    assertThat(expand("h/.*/.*")).containsExactly("h/.git/.three");
    assertThat(expand("**/.*")).containsExactly("h/.one");
  }

  private List<String> expand(String pattern) throws IOException {
    return Globs.expand(folder + "/" + pattern).stream()
        .map(path -> folder.relativize(path).toString())
        .toList();
  }
}
