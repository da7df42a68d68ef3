package org.wordvec.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of Java in the README are those that a project of their own compiles and runs. */
class ReadmeExampleTest {
  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void theReadmeShowsTheExampleThatIsRun(String readme) throws IOException {
    String example = Files.readString(Path.of("src/it/readme/src/main/java/ReadmeExample.java"));
    assertThat(Files.readString(Path.of("..").resolve(readme)))
        .contains("```java\n" + example + "```");
  }
}
