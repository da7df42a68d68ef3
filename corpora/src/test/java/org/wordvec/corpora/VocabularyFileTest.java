package org.wordvec.corpora;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.corpora.words.WordList;

class VocabularyFileTest {
  private static final VocabularyLimits ALL = new VocabularyLimits(1, 0);

  @TempDir private Path folder;

  @Test
  void readsBackWhatItWrote() throws IOException {
    Random random = new Random(1);
    List<String> words = new ArrayList<>();
    long[] counts = new long[3_000];
    for (int i = 0; i < counts.length; i++) {
      words.add("é\u00a0词😀\u0085".substring(i % 6) + i);
      counts[i] = i == 0 ? 1L << 40 : 1 + random.nextInt(500);
    }
    Vocabulary written = Vocabulary.of(WordList.of(words), counts, ALL);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    written.write(bytes);
    Vocabulary read = Vocabulary.read(TextFile.at(file(bytes.toByteArray())), ALL);
    assertThat(PlainCorpus.words(read)).isEqualTo(PlainCorpus.words(written));
    assertThat(read.counts()).isEqualTo(written.counts());
  }

  @Test
  void writesOneWordPerLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Vocabulary.of(WordList.of(List.of("b", "é")), new long[] {2, 30}, ALL).write(bytes);
    assertThat(bytes.toString(UTF_8)).isEqualTo("é 30\nb 2\n");
  }

  @Test
  void readsTabsCrLfAndAMissingLastLineEnd() throws IOException {
    assertThat(words(read("a\t5\r\nb 4\nc \t 3\nd  2\ne 1")))
        .containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void sortsAFileInAnotherOrder() throws IOException {
    assertThat(words(read("a 1\nc 9\nb 9\n"))).containsExactly("c", "b", "a");
  }

  @Test
  void rankIsTheLineNumber() throws IOException {
    Path file = file("c 9\nb 9\na 2\nd 1\n".getBytes(UTF_8));
    Vocabulary ranked = Vocabulary.readRanked(TextFile.at(file), new VocabularyLimits(2, 0));
    assertThat(words(ranked)).containsExactly("c", "b", "a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a 9\nb 1\nc 2\n", "</s> 1\nb 1\nc 2\n"})
  void rejectsUnsortedLines(String text) throws IOException {
    Path file = file(text.getBytes(UTF_8));
    assertThatThrownBy(() -> Vocabulary.readRanked(TextFile.at(file), new VocabularyLimits(1, 0)))
        .isInstanceOf(TextFileException.class)
        .hasMessageStartingWith(file + ": line 3: words are numbered by their lines");
  }

  @Test
  void lineEndTokenIsAWordOnlyIfTheTextContainsIt() throws IOException {
    Vocabulary read = read("</s> 20\nthe 50\na 9\n");
    assertThat(read.isTentative()).isTrue();
    Vocabulary without = read.settled(false);
    assertThat(words(without)).containsExactly("the", "a");
    assertThat(without.totalCount()).isEqualTo(59);
    assertThat(words(read.settled(true))).containsExactly("the", "</s>", "a");
    assertThat(read.settled(true).isTentative()).isFalse();
    Vocabulary plain = read("the 50\n");
    assertThat(plain.settled(false)).isSameAs(plain);
  }

  @Test
  void lineEndTokenKeepsItsRank() throws IOException {
    Path first = file("</s> 0\nthe 50\na 9\nb 2\n".getBytes(UTF_8));
    assertThat(words(Vocabulary.readRanked(TextFile.at(first), new VocabularyLimits(5, 0))))
        .containsExactly("</s>", "the", "a");
    assertThat(words(Vocabulary.readRanked(TextFile.at(first), new VocabularyLimits(1, 2))))
        .containsExactly("</s>", "the");
    assertThatThrownBy(() -> Vocabulary.readRanked(TextFile.at(first), new VocabularyLimits(51, 0)))
        .hasMessageEndingWith("no word with a count of at least 51");
    Path later = file("the 50\n</s> 20\na 9\n".getBytes(UTF_8));
    assertThat(words(Vocabulary.readRanked(TextFile.at(later), new VocabularyLimits(1, 0))))
        .containsExactly("the", "</s>", "a");
  }

  @Test
  void appliesTheLimits() throws IOException {
    Path file = file("a 9\nb 8\nc 7\nd 1\n".getBytes(UTF_8));
    assertThat(words(Vocabulary.read(TextFile.at(file), new VocabularyLimits(2, 2))))
        .containsExactly("a", "b");
    assertThatThrownBy(() -> Vocabulary.read(TextFile.at(file), new VocabularyLimits(10, 0)))
        .isInstanceOf(TextFileException.class)
        .hasMessage(file + ": no word with a count of at least 10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "word",
        "word ",
        " 5",
        "5",
        "word five",
        "word 5.5",
        "word -5",
        "word 5 ",
        "word 99999999999999999999",
        "two words 5",
        "a\tb 5"
      })
  void namesTheLineThatIsNoWordWithACount(String line) throws IOException {
    Path file = file(("the 9\nof 8\n" + line + "\nand 7\n").getBytes(UTF_8));
    assertThatThrownBy(() -> Vocabulary.read(TextFile.at(file), ALL))
        .isInstanceOf(TextFileException.class)
        .hasMessage(file + ": line 3: a word and its count were expected");
  }

  @Test
  void namesTheLineThatIsNotUtf8() throws IOException {
    Path file = file("the 9\ncaf\u00e9 8\n".getBytes(ISO_8859_1));
    assertThatThrownBy(() -> Vocabulary.read(TextFile.at(file), ALL))
        .isInstanceOf(TextFileException.class)
        .hasMessage(file + ": line 2: byte 0xe9 is not valid UTF-8; convert the file to UTF-8");
  }

  @Test
  void namesARepeatedWord() throws IOException {
    Path file = file("</s> 10\nthe 9\nof 8\nthe 7\nof 2\n".getBytes(UTF_8));
    assertThatThrownBy(() -> Vocabulary.read(TextFile.at(file), ALL))
        .isInstanceOf(TextFileException.class)
        .hasMessage(file + ": line 4: the word 'the' occurs twice");
  }

  @Test
  void refusesAFileWithoutWords() throws IOException {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(TextFileException.class)
        .hasMessageEndingWith("no word with a count of at least 1");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> Vocabulary.read(TextFile.at(folder.resolve("none")), ALL))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("none");
  }

  private Vocabulary read(String text) throws IOException {
    return Vocabulary.read(TextFile.at(file(text.getBytes(UTF_8))), ALL);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("vocabulary.txt"), content);
  }

  private static List<String> words(Vocabulary vocabulary) {
    return PlainCorpus.words(vocabulary);
  }
}
