package org.wordvec.corpora;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.corpora.parallel.Workers;
import org.wordvec.corpora.reading.EncodingErrors;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.text.TextBlock;

class BlockReaderTest {
  @TempDir private Path folder;

  private record Block(String text, String source, long offset, long sequence) {}

  @ParameterizedTest
  @ValueSource(ints = {64, 65, 100, 1000, 1 << 20})
  void cutsTextBehindWhiteSpaceAndLosesNothing(int capacity) throws IOException {
    byte[] text = Texts.random(capacity, 5_000);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Block block : read(Texts.corpus(text), capacity)) {
      byte[] bytes = block.text().getBytes(UTF_8);
      assertThat(block.offset()).isEqualTo(all.size());
      all.writeBytes(bytes);
      assertThat(bytes.length).isBetween(1, capacity);
      if (all.size() < text.length) {
        assertThat(bytes[bytes.length - 1]).isBetween((byte) 1, (byte) ' ');
      }
    }
    assertThat(all.toByteArray()).isEqualTo(text);
  }

  @Test
  void endsBehindTheLastLineFeedThatFits() throws IOException {
    assertThat(texts(Texts.corpus("one two\nthree\nfour five six\n"), 20))
        .containsExactly("one two\nthree\n", "four five six\n");
  }

  @Test
  void cutsALineThatIsLongerThanABlockBehindAWord() throws IOException {
    assertThat(texts(Texts.corpus("one two three four five\tsix\nseven"), 10))
        .containsExactly("one two ", "three ", "four five\t", "six\nseven");
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 10, 11, 20, 21})
  void readsTextsAboutAsLongAsItsBlocks(int length) throws IOException {
    String text = "ab\n".repeat(7).substring(0, length);
    assertThat(String.join("", texts(Texts.corpus(text), 10))).isEqualTo(text);
  }

  @Test
  void refusesABlockWithoutWhiteSpace() {
    assertThatThrownBy(() -> read(Texts.corpus("abc\n" + "x".repeat(100)), 10))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            "standard input: byte 4: more than 10 bytes without white space,"
                + " where words were expected");
  }

  @Test
  void cutsAtTheConfiguredPlaces() throws IOException {
    assertThat(cut("aa\u3000bbbbbbbbb\nc", LineCut.AT_SPACE))
        .containsExactly("aa\u3000", "bbbbbbbbb\n", "c");
    assertThat(cut("\u4e2d\u6587\u4e2d\u6587\u4e2d", LineCut.AT_CHARACTER))
        .containsExactly("\u4e2d\u6587\u4e2d", "\u6587\u4e2d");
    assertThat(cut("\u4e2d\u6587 \u4e2d\u6587", LineCut.AT_CHARACTER))
        .containsExactly("\u4e2d\u6587 ", "\u4e2d\u6587");
    assertThat(cut("a\n0123456789 0123456789\nb\n", LineCut.NOWHERE))
        .containsExactly("a\n", "0123456789 0123456789\nb\n");
  }

  private static List<String> cut(String text, LineCut cut) throws IOException {
    List<String> pieces = new ArrayList<>();
    TextBlock block = new TextBlock(10);
    try (BlockReader reader = new BlockReader(Texts.corpus(text), cut, EncodingErrors.STRICT)) {
      while (reader.next(block)) {
        pieces.add(new String(block.bytes, 0, block.length, StandardCharsets.UTF_8));
      }
    }
    return pieces;
  }

  @Test
  void numbersBlocksThroughAllSourcesAndOffsetsInEach() throws IOException {
    Path one = Files.writeString(folder.resolve("1"), "aa bb\ncc dd");
    Path empty = Files.writeString(folder.resolve("2"), "");
    Path three = Files.writeString(folder.resolve("3"), "ee ff\n");
    assertThat(read(Texts.files(one, empty, three), 8))
        .containsExactly(
            new Block("aa bb\n", one.toString(), 0, 0),
            new Block("cc dd", one.toString(), 6, 1),
            new Block("ee ff\n", three.toString(), 0, 2));
  }

  @Test
  void putsLineFeedsBehindEveryBlock() throws IOException {
    TextBlock block = new TextBlock(30);
    try (BlockReader reader = new BlockReader(Texts.corpus("x".repeat(29) + "\nab cd"))) {
      assertThat(reader.next(block)).isTrue();
      assertThat(reader.next(block)).isTrue();
      assertThat(block.length).isEqualTo(5);
      for (int i = 0; i < TextBlock.PADDING; i++) {
        assertThat(block.bytes[block.length + i]).isEqualTo((byte) '\n');
      }
      assertThat(reader.next(block)).isFalse();
      assertThat(reader.next(block)).as("again").isFalse();
    }
  }

  @Test
  void fillsBlocksFromAStreamThatGivesLittleAtATime() throws IOException {
    String text = "one two\nthree four\n".repeat(50);
    FilterInputStream trickle =
        new FilterInputStream(new ByteArrayInputStream(text.getBytes(UTF_8))) {
          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            return super.read(buffer, from, Math.min(length, 3));
          }
        };
    assertThat(texts(Corpus.of(List.of("-"), trickle), 100))
        .isEqualTo(texts(Texts.corpus(text), 100));
  }

  @Test
  void countsTheBytesOfItsSources() throws IOException {
    try (BlockReader reader = new BlockReader(Texts.corpus("one two\n"))) {
      assertThat(reader.bytesRead()).isZero();
      reader.next(new TextBlock(100));
      assertThat(reader.bytesRead()).isEqualTo(8);
    }
  }

  @Test
  void namesThePlaceWhereReadingFailed() {
    FilterInputStream failing =
        new FilterInputStream(new ByteArrayInputStream("one\n".repeat(1 << 16).getBytes(UTF_8))) {
          private int left = 100_000;

          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            if (left == 0) {
              throw new IOException("the disk is gone");
            }
            int count = super.read(buffer, from, Math.min(length, left));
            left -= count;
            return count;
          }
        };
    assertThatThrownBy(() -> read(Corpus.of(List.of("-"), failing), 1 << 16))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            "standard input: cannot be read behind byte 65536 of its text: the disk is gone");
  }

  @Test
  void givesEachBlockToOneOfItsWorkers() throws IOException, InterruptedException {
    byte[] text = Texts.random(1, 20_000);
    ConcurrentHashMap<Long, byte[]> blocks = new ConcurrentHashMap<>();
    try (BlockReader reader = new BlockReader(Texts.corpus(text))) {
      new Workers(4)
          .run(
              worker -> {
                TextBlock block = new TextBlock(1000);
                while (reader.next(block)) {
                  byte[] bytes = Arrays.copyOf(block.bytes, block.length);
                  assertThat(blocks.put(block.sequence, bytes)).isNull();
                }
              });
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (long sequence = 0; sequence < blocks.size(); sequence++) {
      all.writeBytes(blocks.get(sequence));
    }
    assertThat(all.toByteArray()).isEqualTo(text);
  }

  private static List<String> texts(Corpus corpus, int capacity) throws IOException {
    return read(corpus, capacity).stream().map(Block::text).toList();
  }

  private static List<Block> read(Corpus corpus, int capacity) throws IOException {
    List<Block> blocks = new ArrayList<>();
    TextBlock block = new TextBlock(capacity);
    try (BlockReader reader = new BlockReader(corpus)) {
      while (reader.next(block)) {
        blocks.add(
            new Block(
                new String(block.bytes, 0, block.length, UTF_8),
                block.source,
                block.offset,
                block.sequence));
      }
    }
    return blocks;
  }
}
