package org.wordvec.vectors.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wordvec.vectors.formats.VectorFormatTest.words;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.sources.Compression;
import org.wordvec.vectors.Samples;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;

class CompressedFilesTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {".txt", ".bin", ".glove"})
  void readsWhatItWrites(String extension) throws IOException {
    WordVectors written = Samples.random(3000, 20, 6);
    for (String packed : new String[] {".gz", ".zst"}) {
      Path path = directory.resolve("v" + extension + packed);
      VectorFormat.forOutput(path).write(written, path);
      VectorFormat.Opened opened = VectorFormat.detect(path, Arena.ofAuto());
      assertThat(opened.format()).isEqualTo(VectorFormat.forOutput(Path.of("v" + extension)));
      assertThat(opened.vectors().isMapped()).isFalse();
      assertThat(words(opened.vectors())).isEqualTo(words(written));
      for (int row = 0; row < written.size(); row++) {
        assertThat(opened.vectors().matrix().row(row)).isEqualTo(written.matrix().row(row));
      }
      assertThat(path.getParent()).isDirectoryNotContaining("glob:**.{tmp,wordvec}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5000 4\n"})
  void highlyCompressedFilesGrowTheMatrix(String header) throws IOException {
    StringBuilder text = new StringBuilder(header);
    for (int row = 0; row < 5000; row++) {
      text.append('w').append(row).append(" 1 1 1 1\n");
    }
    Path path = pack(text.append("\n\n").toString());
    WordVectors vectors = VectorFormat.open(path, Arena.ofAuto());
    assertThat(vectors.size()).isEqualTo(5000);
    assertThat(vectors.vector("w4999")).hasValue(new float[] {1, 1, 1, 1});
    assertThat(vectors.vector("w0")).hasValue(new float[] {1, 1, 1, 1});
  }

  @Test
  void headerIsValidated() throws IOException {
    Path path = pack("2000000000 60000\nking 1 2 3\n");
    assertThatThrownBy(() -> VectorFormat.open(path, Arena.ofAuto()))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageContaining("line 2: expected a word and 60000 values, found 3");
  }

  @Test
  void emptyLinesWithinAreLeftOut() throws IOException {
    VectorFormat.Opened opened = VectorFormat.detect(pack("a 1 2\n\nb 1 2\n\n\n"), Arena.ofAuto());
    assertThat(words(opened.vectors())).containsExactly("a", "b");
    assertThat(opened.notes()).containsExactly("line 2: the empty line is left out");
  }

  @Test
  void emptyLinesAboveAreLeftOut() throws IOException {
    Path path = directory.resolve("v.vec");
    for (String header : new String[] {"", "2 2\n"}) {
      Files.writeString(path, "\n" + header + "a 1 2\nb 1 2\n");
      VectorFormat.Opened opened = VectorFormat.detect(path, Arena.ofAuto());
      assertThat(words(opened.vectors())).containsExactly("a", "b");
      assertThat(opened.notes()).containsExactly("line 1: the empty line is left out");
    }
    Files.writeString(path, "\n3 2\na 1 20000\nb 1 20000\n");
    assertThatThrownBy(() -> VectorFormat.open(path, Arena.ofAuto()))
        .hasMessageContaining("line 5: the file ends after 2 of the 3 rows that its header");
  }

  @Test
  void wordsThatAreNotUtf8AreNamed() throws IOException {
    Path path = directory.resolve("latin.vec");
    for (String header : new String[] {"", "2 2\n"}) {
      Files.writeString(path, header + "a 1 2\n\u00e9t\u00e9 1 2\n", StandardCharsets.ISO_8859_1);
      assertThat(VectorFormat.detect(path, Arena.ofAuto()).notes())
          .containsExactly("the word of row 2 is not UTF-8, or holds control characters");
    }
  }

  @Test
  void mappedFormatsHaveToBeUnpacked() throws IOException {
    Path plain = directory.resolve("v.fifu");
    new Finalfusion().write(Samples.random(3, 2, 1), plain);
    Path path = directory.resolve("v.fifu.gz");
    try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(path))) {
      stream.write(Files.readAllBytes(plain));
    }
    assertThatThrownBy(() -> VectorFormat.open(path, Arena.ofAuto()))
        .hasMessage(
            path + ": is compressed, and made to be mapped; unpack it first, with gunzip -k, say");
  }

  private Path pack(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream stream = new GZIPOutputStream(bytes)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Files.write(directory.resolve("packed"), bytes.toByteArray());
  }

  @Test
  void decompressionBombsAreRejected() throws IOException {
    Path path = directory.resolve("bomb.glove.zst");
    try (OutputStream packed = Compression.ZSTD.pack(Files.newOutputStream(path))) {
      byte[] rows = "w 0 0 0 0 0 0 0 0\n".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 70; i++) {
        packed.write(rows);
      }
    }
    assertThat(Files.size(path)).isLessThan(60_000);
    assertThatThrownBy(() -> VectorFormat.open(path, Arena.ofAuto()))
        .isInstanceOf(VectorFormatException.class)
        .hasMessage(path + ": unpacks to more than 1000 times its size, which no vectors do");
  }
}
