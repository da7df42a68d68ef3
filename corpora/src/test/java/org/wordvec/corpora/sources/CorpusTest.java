package org.wordvec.corpora.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.corpora.Encoding;
import org.wordvec.corpora.PlainCorpus;
import org.wordvec.corpora.Texts;
import org.wordvec.corpora.text.CorpusException;

class CorpusTest {
  @TempDir private Path folder;
  private Path one;
  private Path two;
  private Path three;

  @BeforeEach
  void writeATree() throws IOException {
    Files.createDirectories(folder.resolve("b/empty"));
    one = Files.writeString(folder.resolve("a.txt"), "one\n");
    two = Files.writeString(folder.resolve("b/two"), "two two");
    three = Files.writeString(folder.resolve("c"), "three");
  }

  @Test
  void readsFilesInTheOrderGiven() throws IOException {
    assertThat(names(Texts.files(three, one))).containsExactly(three.toString(), one.toString());
  }

  @Test
  void readsAFileAsOftenAsItIsGiven() throws IOException, InterruptedException {
    assertThat(Encoding.DEFAULT.encode(Texts.files(one, one)).counts()).containsExactly(2L);
  }

  @Test
  void readsAllThatFoldersHoldInTheOrderOfTheirNames() throws IOException {
    assertThat(names(Texts.files(folder)))
        .containsExactly(one.toString(), two.toString(), three.toString());
  }

  @Test
  void endsASentenceWhereAFileEnds() throws IOException, InterruptedException {
    PlainCorpus corpus = Encoding.DEFAULT.encode(Texts.files(folder));
    assertThat(corpus.words()).containsExactly("two", "one", "three");
    assertThat(corpus.sentences()).containsExactly(List.of(1), List.of(0, 0), List.of(2));
  }

  @Test
  void readsStandardInputBetweenFiles() throws IOException, InterruptedException {
    InputStream input = new ByteArrayInputStream("input".getBytes(UTF_8));
    Corpus corpus = Corpus.of(List.of(three.toString(), "-", one.toString()), input);
    assertThat(names(corpus)).containsExactly(three.toString(), "standard input", one.toString());
    assertThat(corpus.totalBytes()).isEqualTo(-1);
    PlainCorpus encoded = Encoding.DEFAULT.encode(corpus);
    assertThat(encoded.words()).containsExactly("input", "one", "three");
    assertThat(encoded.sentences()).containsExactly(List.of(2), List.of(0), List.of(1));
  }

  @Test
  void addsUpTheSizesOfItsFiles() throws IOException {
    assertThat(Texts.files(folder).totalBytes()).isEqualTo(4 + 7 + 5);
  }

  @Test
  void refusesStandardInputTwice() {
    assertThatThrownBy(() -> Texts.files("-", one, "-"))
        .isInstanceOf(CorpusException.class)
        .hasMessage("standard input (-) was given twice");
  }

  @Test
  void rejectsEmptyArguments() {
    assertThatThrownBy(() -> Texts.files())
        .isInstanceOf(CorpusException.class)
        .hasMessage("no corpus files were given");
  }

  @Test
  void refusesWhatIsNotThere() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> Texts.files(one, missing))
        .isInstanceOf(CorpusException.class)
        .hasMessage(missing + ": no such file or folder");
  }

  @Test
  void refusesAFolderWithoutFiles() {
    Path empty = folder.resolve("b/empty");
    assertThatThrownBy(() -> Texts.files(empty))
        .isInstanceOf(CorpusException.class)
        .hasMessage(empty + ": the folder holds no files; hidden ones do not count");
  }

  @Test
  void refusesAFileThatItMayNotRead() throws IOException {
    Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("-wx------"));
    assumeFalse(Files.isReadable(one), "root may read everything");
    assertThatThrownBy(() -> Texts.files(folder))
        .isInstanceOf(CorpusException.class)
        .hasMessage(one + ": not readable, check its permissions");
  }

  @Test
  void refusesAFolderThatItMayNotList() throws IOException {
    Path closed = folder.resolve("b");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("-wx------"));
    try {
      assumeFalse(Files.isReadable(closed), "root may read everything");
      assertThatThrownBy(() -> Texts.files(folder))
          .isInstanceOf(CorpusException.class)
          .hasMessageStartingWith(folder + ": cannot be listed: ");
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void namesAFileThatIsGoneWhenItIsRead() throws IOException {
    Corpus corpus = Texts.files(one);
    Files.delete(one);
    assertThatThrownBy(() -> Encoding.DEFAULT.encode(corpus))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith(one + ": cannot be read: ");
  }

  @Test
  void namesTheFirstFileWhereAllAreEmpty() throws IOException {
    Files.writeString(one, "");
    Files.writeString(two, "\n");
    assertThatThrownBy(() -> Encoding.DEFAULT.encode(Texts.files(one)))
        .isInstanceOf(CorpusException.class)
        .hasMessage(one + ": the corpus holds no words");
    assertThatThrownBy(() -> Encoding.DEFAULT.encode(Texts.files(one, two, two)))
        .hasMessage(one + " and 2 more: the corpus holds no words");
  }

  private static List<String> names(Corpus corpus) {
    return corpus.sources().stream().map(Corpus.Source::name).toList();
  }
}
