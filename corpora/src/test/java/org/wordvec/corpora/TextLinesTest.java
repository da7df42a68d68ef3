package org.wordvec.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.corpora.TextLines.Line;
import org.wordvec.corpora.sources.Corpus;

class TextLinesTest {
  @TempDir private Path folder;

  @Test
  void linesComeWithFileAndNumber() throws IOException {
    Path first = Files.writeString(folder.resolve("a"), "one\r\n\nthree");
    Path second = Files.writeString(folder.resolve("b"), "\uFEFFvier\n");
    assertThat(lines(Corpus.of(List.of(first.toString(), second.toString()), none())))
        .containsExactly(
            new Line(first.toString(), 1, "one"),
            new Line(first.toString(), 2, ""),
            new Line(first.toString(), 3, "three"),
            new Line(second.toString(), 1, "   vier"));
  }

  @Test
  void compressedTextIsUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("苹果\nx\n".getBytes(StandardCharsets.UTF_8));
    }
    Corpus corpus = Corpus.of(List.of("-"), new ByteArrayInputStream(packed.toByteArray()));
    assertThat(lines(corpus)).extracting(Line::text).containsExactly("苹果", "x");
  }

  @Test
  void aLineLongerThanABlockComesInPiecesWithOneNumber() throws IOException {
    String text = "word ".repeat(500_000) + "\nnext\n";
    Path file = Files.writeString(folder.resolve("long"), text);
    List<Line> lines = lines(Corpus.of(List.of(file.toString()), none()));
    assertThat(lines.getLast()).isEqualTo(new Line(file.toString(), 2, "next"));
    List<Line> pieces = lines.subList(0, lines.size() - 1);
    assertThat(pieces).hasSizeGreaterThan(1).allMatch(line -> line.number() == 1);
    assertThat(String.join("", pieces.stream().map(Line::text).toList()) + "\nnext\n")
        .isEqualTo(text);
  }

  @Test
  void interruptionEndsReading() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "one\n");
    Corpus corpus = Corpus.of(List.of(file.toString()), none());
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> lines(corpus));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static ByteArrayInputStream none() {
    return new ByteArrayInputStream(new byte[0]);
  }

  private static List<Line> lines(Corpus corpus) throws IOException {
    List<Line> lines = new ArrayList<>();
    TextLines.read(corpus, lines::add);
    return lines;
  }
}
