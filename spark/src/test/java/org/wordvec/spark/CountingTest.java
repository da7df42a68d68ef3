package org.wordvec.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.cluster.ClusterText;
import org.wordvec.cluster.WordCensus;
import org.wordvec.corpora.CorpusEncoder;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.reading.UndecodableTextException;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.tokenizing.WordNormalization;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.glove.counting.ContextSides;
import org.wordvec.glove.counting.CooccurrenceConfig;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.counting.DistanceWeighting;

class CountingTest {
  private static final Tokenization LINES =
      Tokenization.DEFAULT.withMaximumSentenceLength(Integer.MAX_VALUE);
  private static final VocabularyLimits LIMITS = new VocabularyLimits(3, 0);

  @TempDir static Path folder;
  private static Path texts;
  private static SparkCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    TestCluster.prepare("60000");
    texts = Files.createDirectories(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), text(1, 4_000), UTF_8);
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(texts.resolve("b.txt.gz")))) {
      packed.write(text(2, 1_000).getBytes(UTF_8));
    }
    // An empty line, a very long one, and no line feed at the end.
    Files.writeString(
        texts.resolve("c.txt"), "\n" + "Long line ".repeat(60_000) + "\nthe end", UTF_8);
    cluster = TestCluster.open(2, 0, folder.resolve("work"));
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  /** Returns lines of 0 to 39 words by Zipf's law, some not ASCII. */
  private static String text(long seed, int lines) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < lines; line++) {
      int words = random.nextInt(40);
      for (int i = 0; i < words; i++) {
        int rank = (int) Math.pow(500, random.nextDouble());
        text.append(rank % 7 == 0 ? "Wörter" : "w").append(rank).append(i % 5 == 0 ? "  " : " ");
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static Corpus local() throws Exception {
    return Corpus.of(List.of(texts.toString()), InputStream.nullInputStream());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsAreCountedAsOnOneMachine(boolean lowercase) throws Exception {
    Tokenization tokenization = lowercase ? LINES.with(WordNormalization.LOWER_CASE) : LINES;
    CorpusEncoder.Counted expected =
        new CorpusEncoder(tokenization, LIMITS, 2).count(local(), (a, b, c) -> {});
    WordCensus census =
        cluster.count(TestCluster.text(tokenization, texts), LIMITS, List.of(1L, 3L, 1_000_000L));
    Vocabulary all = expected.vocabulary();
    Vocabulary kept = Vocabulary.of(all.words(), all.counts(), LIMITS);
    assertThat(lines(census.kept())).isEqualTo(lines(kept));
    assertThat(census.diagnostics()).isEqualTo(expected.diagnostics());
    assertThat(census.distinct()).isEqualTo(all.size());
    assertThat(census.total()).isEqualTo(all.totalCount());
    assertThat(census.greatest()).isEqualTo(all.count(0));
    assertThat(census.shares())
        .containsExactly(
            new WordCensus.Share(1, all.size(), all.totalCount()),
            new WordCensus.Share(3, kept.size(), kept.totalCount()),
            new WordCensus.Share(1_000_000, 0, 0));
  }

  @ParameterizedTest
  @EnumSource(ContextSides.class)
  void pairsAreCountedAsOnOneMachine(ContextSides sides) throws Exception {
    CooccurrenceConfig config = new CooccurrenceConfig(7, sides, DistanceWeighting.INVERSE);
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus encoded =
          new CorpusEncoder(LINES, LIMITS, 2).encode(local(), arena, (a, b, c) -> {});
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      long entries =
          new Cooccurrences.Counted(encoded, config)
              .write(
                  expected, new Cooccurrences.Resources(1, 1 << 28, folder), (done, total) -> {});
      ByteArrayOutputStream found = new ByteArrayOutputStream();
      long own =
          cluster.cooccurrences(
              TestCluster.text(LINES, texts), encoded.vocabulary(), config, found);
      assertThat(own).isEqualTo(entries);
      assertSame(expected.toByteArray(), found.toByteArray());
    }
  }

  private static void assertSame(byte[] expected, byte[] found) {
    assertThat(found).hasSameSizeAs(expected);
    ByteBuffer left = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer right = ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN);
    while (left.hasRemaining()) {
      assertThat(right.getLong()).isEqualTo(left.getLong());
      double value = left.getDouble();
      assertThat(right.getDouble()).isCloseTo(value, within(1e-12 * value));
    }
  }

  @Test
  void parquetColumnsAreCountedLikeText() throws Exception {
    Path file = folder.resolve("texts.parquet");
    List<String> lines = text(4, 5_000).lines().toList();
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message page { required int64 id; optional binary text (STRING); }");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(schema)
            .withRowGroupSize(100_000L)
            .build()) {
      for (int line = 0; line < lines.size(); line++) {
        SimpleGroup row = new SimpleGroup(schema);
        row.add("id", (long) line);
        if (!lines.get(line).isEmpty()) {
          row.add("text", lines.get(line));
        }
        writer.write(row);
      }
    }
    Path plain = Files.writeString(folder.resolve("plain.txt"), text(4, 5_000), UTF_8);
    WordCensus expected = cluster.count(TestCluster.text(LINES, plain), LIMITS, List.of());
    ClusterText columns =
        new ClusterText(
            List.of(file.toString()), Corpus.Reading.PLAIN, LINES, Optional.of("text"), List.of());
    WordCensus found = cluster.count(columns, LIMITS, List.of());
    assertThat(lines(found.kept())).isEqualTo(lines(expected.kept()));
    assertThat(found.diagnostics()).isEqualTo(expected.diagnostics());
    ClusterText missing =
        new ClusterText(
            List.of(file.toString()), Corpus.Reading.PLAIN, LINES, Optional.of("body"), List.of());
    assertThatThrownBy(() -> cluster.count(missing, LIMITS, List.of()))
        .isInstanceOf(CorpusException.class)
        .hasMessageEndingWith("has no column 'body'; there are id, text");
  }

  @Test
  void undecodableTextFailsWithItsFileAndByte() throws Exception {
    Path bad = folder.resolve("bad.txt");
    byte[] bytes = (text(3, 3_000) + "?\n").getBytes(UTF_8);
    bytes[bytes.length - 2] = (byte) 0xff;
    Files.write(bad, bytes);
    assertThatThrownBy(() -> cluster.count(TestCluster.text(LINES, bad), LIMITS, List.of()))
        .isInstanceOf(UndecodableTextException.class)
        .hasMessageContaining("bad.txt: byte " + (bytes.length - 2) + ":");
  }

  @Test
  void missingFilesAreNamed() {
    Path none = folder.resolve("none.txt");
    assertThatThrownBy(() -> cluster.count(TestCluster.text(LINES, none), LIMITS, List.of()))
        .isInstanceOf(CorpusException.class)
        .hasMessage(none + ": no such file or folder");
  }

  private static String lines(Vocabulary vocabulary) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    vocabulary.write(out);
    return out.toString(UTF_8);
  }
}
