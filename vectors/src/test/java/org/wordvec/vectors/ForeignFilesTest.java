package org.wordvec.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not read say what they are and what to do. */
class ForeignFilesTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          \u0080\u0004\u0095\u0010\u0000\u0000 | model.wv.save_word2vec_format
          \u0080\u0002cgensim                  | model.wv.save_word2vec_format
          \u0089HDF                            | is HDF5
          SQLite format 3                      | is an SQLite database
          PAR1                                 | is Parquet
          \u00ff\u00fea                        | is UTF-16 text
          \u00ba\u0016O/                       | is fastText's binary
          """)
  void foreignFilesAreNamed(String content, String message) throws IOException {
    Path path = Files.write(directory.resolve("v"), content.getBytes(ISO_8859_1));
    assertThatThrownBy(() -> VectorFormat.open(path, Arena.ofAuto()))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageStartingWith(path + ": ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "arr_0.npy, numpy.save",
    "archive/data.pkl, safetensors.torch.save_file",
    "other.txt, unpack it first"
  })
  void archivesAreNamed(String entry, String message) throws IOException {
    Path path = directory.resolve("v");
    try (OutputStream file = Files.newOutputStream(path);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(1);
    }
    assertThatThrownBy(() -> VectorFormat.open(path, Arena.ofAuto()))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageContaining(message);
  }
}
