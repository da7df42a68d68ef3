package org.wordvec.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.cli.CommandRun;

class CompareCommandTest {
  private static final String JAIL = "jail 1 0 0\nguard 1 0.1 0\nwarden 1 0 0.1\n";
  private static final String PHONE = "phone 0 1 0\ncall 0 1 0.1\ndial 0.1 1 0\n";

  @TempDir private Path folder;

  @Test
  void theWordWhoseNeighborsChangedComesFirst() throws IOException {
    String before = model("before.vec", 7, "cell 1 0.05 0\n" + JAIL + PHONE);
    String after = model("after.vec", 8, PHONE + "cell 0.05 1 0\n" + JAIL + "new 0 0 1\n");
    CommandRun run =
        CommandRun.of("compare", before, after, "-k", "3", "--words", "2", "--show", "1");
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.lines();
    assertThat(lines.getFirst())
        .matches(
            "on average, \\d\\.\\d of the 3 nearest neighbours are the same, over 7 of 7 common"
                + " words");
    assertThat(lines).hasSize(4);
    assertThat(lines.get(2)).matches("word +overlap +share +only_model +only_other");
    assertThat(lines.get(3)).matches("cell +0 +0.000 +\\w+, \\w+ +\\w+, \\w+");
  }

  @Test
  void aModelIsLikeItself() throws IOException {
    String model = model("model.vec", 6, JAIL + PHONE);
    CommandRun run =
        CommandRun.of("compare", model, model, "-k", "4", "--show", "0", "--format", "csv");
    assertThat(run.lines())
        .hasSize(7)
        .allMatch(line -> line.startsWith("word") || line.contains(",4,1.0,"));
    assertThat(run.err()).contains("on average, 4.0 of the 4 nearest neighbours are the same");
  }

  @Test
  void mistakesAreOneLine() throws IOException {
    String model = model("model.vec", 3, JAIL);
    String other = model("other.vec", 3, PHONE);
    assertLine(1, "share 0 words", "compare", model, other);
    assertLine(1, "no such file", "compare", model, other + "x");
    assertLine(2, "k and threads 1 or more", "compare", model, model, "-k", "0");
    assertLine(2, "0 or more", "compare", model, model, "--top", "-1");
    assertLine(2, "--show", "compare", model, model, "--show", "-1");
    assertLine(2, "OTHER", "compare", model);
  }

  private static void assertLine(int code, String part, String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.errorLines()).singleElement().asString().contains(part);
  }

  private String model(String name, int words, String rows) throws IOException {
    return Files.writeString(folder.resolve(name), words + " 3\n" + rows).toString();
  }
}
