package org.wordvec.vectors.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.vectors.VectorFormatException;

/** Tests that errors about unsupported files name their kind and a remedy. */
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
          2\u0000 \u00003\u00001              | is UTF-16 text without a byte order mark
          \u00ff\u00fe\u0000\u0000x           | is UTF-32 text
          version https://git-lfs.github.com/  | git lfs pull
          <!DOCTYPE html>                      | is a page of HTML
          \u00ef\u00bb\u00bf<HTML>           | is a page of HTML
          {"king": [1]}                        | is JSON
          WARC/1.0                             | is a WARC archive
          %PDF-1.4                             | is a PDF
          \u007fELF                            | is a program
          \u00ac\u00ed\u0000\u0005sr         | is a serialized object of Java
          (dp0\\nS'a'                        | is a Python pickle
          }q\u0000X                         | is a Python pickle
          '\b\u0007\u0012\u0007pytorch'     | is an ONNX model
          '\u001c\u0000\u0000\u0000TFL3'    | is a TensorFlow Lite model
          MATLAB 5.0 MAT-file, Platform       | is a MATLAB file
          RDX3\\nX                           | is saved data of R
          IxF2                                | is an index of Faiss
          '\u00ff\u00ff\u00ff\u00ff\u0010\u0001\u0000\u0000' | is an Arrow file
          LZIP                                 | unpack it
          7z\u00bc\u00af'\u001cx              | unpack it
          x\u0003\u0004\u0005x               | is binary data of an unknown kind
          \u00ba\u0016O/                       | is fastText's binary
          """)
  void foreignFilesAreNamed(String content, String message) throws IOException {
    Path path =
        Files.write(directory.resolve("v"), content.replace("\\n", "\n").getBytes(ISO_8859_1));
    assertThatThrownBy(() -> VectorFormat.open(path, Arena.ofAuto()))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageStartingWith(path + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void aFolderIsNamed() throws IOException {
    assertThatThrownBy(() -> VectorFormat.open(directory, Arena.ofAuto()))
        .hasMessageContaining("is a folder, not a regular file");
    Files.createDirectories(directory.resolve("vocab"));
    Files.createFile(directory.resolve("vocab/vectors"));
    assertThatThrownBy(() -> VectorFormat.open(directory, Arena.ofAuto()))
        .hasMessageContaining("is a model of spaCy");
  }

  @ParameterizedTest
  @CsvSource({
    "arr_0.npy, numpy.save",
    "archive/data.pkl, safetensors.torch.save_file",
    "archive/.format_version archive/data.pkl, safetensors.torch.save_file",
    "metadata.json model.weights.h5, is a Keras model",
    "words.npy vectors.npy, archive[\"vectors\"]",
    "other.txt, unpack it first"
  })
  void archivesAreNamed(String entry, String message) throws IOException {
    Path path = directory.resolve("v");
    try (OutputStream file = Files.newOutputStream(path);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String name : entry.split(" ", -1)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(new byte[name.length()]);
      }
    }
    assertThatThrownBy(() -> VectorFormat.open(path, Arena.ofAuto()))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageContaining(message);
  }
}
