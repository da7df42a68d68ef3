package org.wordvec.corpora.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\nb", "\ufeffa\nb", "\ufeffa\r\nb"})
  void linesEndInWhateverEndsThem(String text) throws IOException {
    assertThat(lines(text.getBytes(UTF_8))).containsExactly("1 a", "2 b");
  }

  @Test
  void emptyLinesCount() throws IOException {
    assertThat(lines("\n\r\n\rx\n\n".getBytes(UTF_8)))
        .containsExactly("1 ", "2 ", "3 ", "4 x", "5 ");
    assertThat(lines(new byte[0])).isEmpty();
    assertThat(lines("\ufeff".getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"UTF-16", "UTF-16LE", "UTF-16BE"})
  void byteOrderMarkIdentifiesUtf16(String charset) throws IOException {
    String mark = charset.equals("UTF-16") ? "" : "\ufeff";
    byte[] bytes = (mark + "köln\r\n中文\n").getBytes(Charset.forName(charset));
    assertThat(lines(bytes)).containsExactly("1 köln", "2 中文");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void unmarkedUnicodeIsDetectedByNulBytes(String charset) throws IOException {
    byte[] bytes = "king\tqueen\t8.5\r\nköln bonn 7\n".getBytes(Charset.forName(charset));
    assertThat(lines(bytes)).containsExactly("1 king\tqueen\t8.5", "2 köln bonn 7");
    assertThat(lines(gzip(bytes))).hasSize(2);
    try (CsvRows rows =
        CsvRows.open(
            TextFile.at(Files.write(folder.resolve("t.tsv"), bytes)), CsvDialect.RFC_4180)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.text(1)).isEqualTo("queen");
    }
  }

  @Test
  void compressedFilesAreDecompressed() throws IOException {
    assertThat(lines(gzip("\ufeffa\nb\n".getBytes(UTF_8)))).containsExactly("1 a", "2 b");
  }

  @Test
  void zerosAfterMembersAreIgnored() throws IOException {
    byte[] member = gzip("a\n".getBytes(UTF_8));
    byte[] zeros = new byte[100_000];
    assertThat(lines(joined(member, zeros))).containsExactly("1 a");
    assertThat(lines(joined(member, member, zeros, member))).containsExactly("1 a", "2 a", "3 a");
    byte[] damaged = member.clone();
    damaged[0] ^= 1;
    assertThatThrownBy(() -> lines(joined(member, zeros, damaged)))
        .hasMessageContaining("cannot be read: Unexpected data after a valid .gz stream");
    assertThatThrownBy(() -> lines(joined(member, new byte[] {0x1f})))
        .hasMessageContaining("cannot be read: Unexpected data after a valid .gz stream");
    assertThatThrownBy(() -> lines(joined(member, Arrays.copyOf(member, member.length - 9))))
        .hasMessageContaining("cannot be read: the compressed data end too early");
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  @Test
  void anotherEncodingCanBeGiven() throws IOException {
    byte[] bytes = "词\n".getBytes(Charset.forName("gb18030"));
    Path path = Files.write(folder.resolve("gb"), bytes);
    TextEncoding encoding = new TextEncoding.Named(Charset.forName("gb18030"));
    assertThat(lines(TextFile.at(path).in(encoding))).containsExactly("1 词");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8190, 8191, 8192, 8193, 20000})
  void aLineMayBeLong(int length) throws IOException {
    String line = "x".repeat(length);
    assertThat(lines((line + "\r\n" + line + "\r\n").getBytes(UTF_8)))
        .containsExactly("1 " + line, "2 " + line);
  }

  @Test
  void whatIsNoTextIsNamedByItsLine() throws IOException {
    assertThatThrownBy(() -> lines(new byte[] {'a', '\n', 'b', (byte) 0xff}))
        .isInstanceOf(TextFileException.class)
        .hasMessageEndingWith("x: line 2: byte 0xff is not valid UTF-8; convert the file to UTF-8");
    assertThatThrownBy(() -> lines(new byte[] {'a', 'b', '\n', 0, 'c', '\n'}))
        .hasMessageContaining("x: line 2: a NUL byte, where text was expected");
    byte[] packed = gzip("a\nb\n".repeat(9).getBytes(UTF_8));
    packed[packed.length - 6] ^= 1;
    assertThatThrownBy(() -> lines(packed)).hasMessageContaining("x: cannot be read: ");
    assertThatThrownBy(() -> TextFile.at(folder).lines())
        .hasMessage(folder + ": is a folder, where a text file was expected");
    assertThatThrownBy(() -> TextFile.at(folder.resolve("none")).lines())
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aHyphenIsStandardInput() throws IOException {
    InputStream in = new ByteArrayInputStream("a\n".getBytes(UTF_8));
    TextFile file = TextFile.named("-", in);
    assertThat(file.name()).isEqualTo("standard input");
    assertThat(lines(file)).containsExactly("1 a");
  }

  @Test
  @Timeout(20)
  void aLineIsThereAsSoonAsItIsWritten() throws IOException {
    try (PipedOutputStream keyboard = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(keyboard)) {
      keyboard.write('a');
      keyboard.write('\n');
      NumberedLines lines = TextFile.of(in, "keyboard").lines();
      assertThat(lines.next()).isTrue();
      for (String line : List.of("a", "", "bc", "BZ")) {
        assertThat(lines.isReady()).isFalse();
        keyboard.write((line + "\r\n").getBytes(UTF_8));
        assertThat(lines.isReady()).isTrue();
        assertThat(lines.next()).isTrue();
        assertThat(lines.text()).isEqualTo(line);
      }
    }
  }

  private List<String> lines(byte[] bytes) throws IOException {
    return lines(TextFile.at(Files.write(folder.resolve("x"), bytes)));
  }

  private static List<String> lines(TextFile file) throws IOException {
    List<String> read = new ArrayList<>();
    try (NumberedLines lines = file.lines()) {
      while (lines.next()) {
        read.add(lines.number() + " " + lines.text());
      }
    }
    return read;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
