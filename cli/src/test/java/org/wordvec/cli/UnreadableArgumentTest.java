package org.wordvec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableArgumentTest {
  private static final String ASCII = "ANSI_X3.4-1968";
  private static final Path NOTHING = Path.of("none");

  @TempDir private Path folder;

  @Test
  void isOneWithLettersThatTheEncodingLacks() {
    assertThat(
            UnreadableArgument.errorMessage(
                List.of("neighbors", "m.bin", "\uFFFD\uFFFD"), ASCII, NOTHING))
        .hasValueSatisfying(
            line -> assertThat(line).contains(ASCII, "LC_ALL=C.UTF-8").doesNotContain("\n"));
  }

  @Test
  void isNoneThatWasRead() {
    assertThat(
            UnreadableArgument.errorMessage(List.of("neighbors", "m.bin", "king"), ASCII, NOTHING))
        .isEmpty();
    assertThat(UnreadableArgument.errorMessage(List.of("vocab", "\uFFFD"), "UTF-8", NOTHING))
        .isEmpty();
  }

  @Test
  void isOneWhoseBytesAreNoUtf8() throws IOException {
    Path given = folder.resolve("cmdline");
    List<String> arguments = List.of("convert", "--output=o\uFFFD.bin", "\uFFFD");
    String bytes = "java\0-cp\0x\0Main\0convert\0--output=o\u00ff.bin\0\u00ef\u00bf\u00bd\0";
    Files.writeString(given, bytes, StandardCharsets.ISO_8859_1);
    assertThat(UnreadableArgument.errorMessage(arguments, "UTF-8", given))
        .hasValueSatisfying(
            line -> assertThat(line).contains("--output=o\uFFFD.bin", "not valid UTF-8"));
    Files.writeString(
        given, bytes.replace("\u00ff.", "\u00ef\u00bf\u00bd."), StandardCharsets.ISO_8859_1);
    assertThat(UnreadableArgument.errorMessage(arguments, "UTF-8", given)).isEmpty();
  }

  @Test
  void aCurrentFolderOfAnotherNameIsRefused() {
    assertThat(UnreadableArgument.errorMessage(folder + "/e\uFFFD", folder))
        .hasValueSatisfying(line -> assertThat(line).contains("the current folder"));
    assertThat(UnreadableArgument.errorMessage(folder.toString(), folder)).isEmpty();
  }
}
