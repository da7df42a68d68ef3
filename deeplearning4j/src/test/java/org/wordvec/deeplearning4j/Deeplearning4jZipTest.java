package org.wordvec.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.models.embeddings.inmemory.InMemoryLookupTable;
import org.deeplearning4j.models.embeddings.loader.WordVectorSerializer;
import org.deeplearning4j.models.embeddings.wordvectors.WordVectors;
import org.deeplearning4j.models.word2vec.VocabWord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.EncodedCorpus;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.search.Neighbor;
import org.wordvec.vectors.search.Neighbors;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.HuffmanTree;
import org.wordvec.word2vec.Objective;
import org.wordvec.word2vec.Word2Vec;
import org.wordvec.word2vec.Word2VecConfig;

/** Zips open in Deeplearning4j and here, and damaged ones are refused. */
class Deeplearning4jZipTest {
  private final Deeplearning4jZip zip = new Deeplearning4jZip();

  private static final int TRIALS = Integer.getInteger("wordvec.faults", 60);

  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = directory.resolve("model.zip");
  }

  static List<Word2VecConfig> models() {
    return List.of(
        Trainings.config(Architecture.SKIP_GRAM, Trainings.NEGATIVES),
        Trainings.config(Architecture.CBOW, Trainings.SOFTMAX));
  }

  /** Trains and writes the zip. */
  private Word2Vec.Trained written(EncodedCorpus corpus, Word2VecConfig config, Arena arena)
      throws Exception {
    Word2Vec.Trained trained = Word2Vec.train(new Word2Vec.Run(corpus, config, arena));
    zip.write(trained, corpus.vocabulary(), config, path);
    return trained;
  }

  @ParameterizedTest
  @MethodSource("models")
  void givesDeeplearning4jTheSameNearestWords(Word2VecConfig config) throws Exception {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = Trainings.corpus(arena);
      Word2Vec.Trained trained = written(corpus, config, arena);

      var theirs = WordVectorSerializer.readWord2VecModel(path.toFile());
      WordVectors fixed = WordVectorSerializer.loadStaticModel(path.toFile());
      Neighbors ours = new Neighbors(trained.vectors());
      for (String word : List.of("a0", "b7", "a中文", "bé")) {
        List<String> nearest = ours.nearest(word, 5).stream().map(Neighbor::word).toList();
        assertThat(List.copyOf(theirs.wordsNearest(word, 5))).isEqualTo(nearest);
        assertThat(fixed.getWordVector(word))
            .containsExactly(asDoubles(trained.vectors().vector(word).orElseThrow()), within(0.0));
      }
      for (int id = 0; id < corpus.vocabulary().size(); id++) {
        String word = corpus.vocabulary().words().word(id);
        assertThat(theirs.getVocab().indexOf(word)).isEqualTo(id);
        assertThat(theirs.getVocab().wordFrequency(word))
            .isEqualTo((int) corpus.vocabulary().count(id));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void keepsWhatFurtherTrainingNeeds(Word2VecConfig config) throws Exception {
    try (Arena arena = Arena.ofShared()) {
      EncodedCorpus corpus = Trainings.corpus(arena);
      Word2Vec.Trained trained = written(corpus, config, arena);

      var theirs = WordVectorSerializer.readWord2VecModel(path.toFile(), true);
      var table = (InMemoryLookupTable<VocabWord>) theirs.getLookupTable();
      INDArray weights =
          config.objective() instanceof Objective.NegativeSampling
              ? table.getSyn1Neg()
              : table.getSyn1();
      for (int row = 0; row < trained.outputs().rows(); row++) {
        assertThat(weights.getRow(row).toFloatVector())
            .containsExactly(trained.outputs().row(row), within(1e-6f));
      }
      HuffmanTree tree = HuffmanTree.of(corpus.vocabulary().counts());
      for (int id = 0; id < corpus.vocabulary().size(); id++) {
        VocabWord word = theirs.getVocab().elementAtIndex(id);
        List<Integer> nodes = new ArrayList<>();
        for (int at = tree.start(id); at < tree.start(id + 1); at++) {
          nodes.add(tree.node(at));
        }
        assertThat(word.getPoints()).isEqualTo(nodes);
      }
      assertThat(theirs.getConfiguration().getWindow()).isEqualTo(config.window());
      assertThat(theirs.getLayerSize()).isEqualTo(config.dimensions());
    }
  }

  @Test
  void readsWhatItWrote() throws IOException {
    try (Arena arena = Arena.ofShared()) {
      org.wordvec.vectors.WordVectors written =
          sample(arena, List.of("king", "new york", "中文", "a:b", "B64:x", "_"));
      zip.write(written, path);

      org.wordvec.vectors.WordVectors read = zip.read(path, arena);

      assertThat(read.size()).isEqualTo(written.size());
      for (int id = 0; id < read.size(); id++) {
        assertThat(read.words().word(id)).isEqualTo(written.words().word(id));
        assertThat(read.matrix().row(id)).containsExactly(written.matrix().row(id));
      }
    }
  }

  @Test
  void readsWordsThatOlderVersionsWroteAsTheyAre() throws IOException {
    try (Arena arena = Arena.ofShared()) {
      zip.write(sample(arena, List.of("a")), path);
      Map<String, byte[]> entries = entries(path);
      String table = "4 2\nking 1 2\nnew york 3 4\n中文 5 6\nking 7 8\n";
      entries.put("syn0.txt", table.getBytes(StandardCharsets.UTF_8));
      write(path, entries);

      var opened = zip.open(path, arena);
      assertThat(opened.vectors().size()).isEqualTo(3);
      assertThat(opened.vectors().words().word(1)).isEqualTo("new york");
      assertThat(opened.vectors().matrix().row(1)).containsExactly(3, 4);
      assertThat(opened.vectors().matrix().row(0)).containsExactly(1, 2);
      assertThat(opened.notes()).singleElement().asString().contains("row 4, \"king\"");
      assertThat(zip.read(path, arena).size()).isEqualTo(4);
    }
  }

  static Stream<Map.Entry<String, String>> damages() {
    return Stream.of(
        Map.entry("", "numbers of words and of dimensions"),
        Map.entry("3 x\n", "numbers of words and of dimensions"),
        Map.entry("3 2 0\nB64:YQ== 1 2\n", "the file ends after 1 of the 3 rows"),
        Map.entry("1 2 0\nB64:YQ== 1\n", "line 2: expected a word and 2 values, found 1"),
        Map.entry("1 2 0\nB64:YQ== 1 x\n", "value 2 is \"x\", not a number"),
        Map.entry("1 2 0\nB64:YQ== 1 NaN\n", "not a finite float32"),
        Map.entry("2000000000 2000000000 0\n", "1 to 100000 can be"));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void refusesDamagedTables(Map.Entry<String, String> damage) throws IOException {
    try (Arena arena = Arena.ofShared()) {
      zip.write(sample(arena, List.of("a")), path);
      Map<String, byte[]> entries = entries(path);
      entries.put("syn0.txt", damage.getKey().getBytes(StandardCharsets.UTF_8));
      write(path, entries);

      assertThatThrownBy(() -> zip.read(path, arena))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(path.toString())
          .hasMessageContaining(damage.getValue());
    }
  }

  @Test
  void loadsNoClassesThatAFileNames() throws IOException {
    try (Arena arena = Arena.ofShared()) {
      zip.write(sample(arena, List.of("a")), path);
      Map<String, byte[]> entries = entries(path);
      String settings =
          "{\"layersSize\":5,\"\\u0074okenizerFactory\":\"" + Planted.class.getName() + "\"}";
      entries.put("config.json", settings.getBytes(StandardCharsets.UTF_8));
      write(path, entries);

      assertThat(zip.read(path, arena).size()).isEqualTo(1);
      assertThat(Planted.MADE).isFalse();
    }
  }

  /** A class that must not be instantiated. */
  public static final class Planted {
    private static final AtomicBoolean MADE = new AtomicBoolean();

    /** Deeplearning4j would call this. */
    public Planted() {
      MADE.set(true);
    }
  }

  @Test
  void refusesAZipBomb() throws IOException {
    try (Arena arena = Arena.ofShared()) {
      zip.write(sample(arena, List.of("a")), path);
      Map<String, byte[]> entries = entries(path);
      entries.put("syn1.txt", new byte[64 << 20]);
      write(path, entries);

      assertThatThrownBy(() -> zip.read(path, arena))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("unpacks to more than");
    }
  }

  @Test
  void refusesOrReadsMutatedFiles() throws IOException {
    Random random = new Random(1);
    try (Arena arena = Arena.ofShared()) {
      zip.write(sample(arena, List.of("king", "queen", "中文")), path);
      byte[] whole = Files.readAllBytes(path);
      int refused = 0;
      for (int trial = 0; trial < TRIALS; trial++) {
        byte[] bytes = whole.clone();
        if (trial % 2 == 0) {
          bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        } else {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(path, bytes);
        refused += refused(path) ? 1 : 0;
      }
      assertThat(refused).isGreaterThan(TRIALS / 2);
    }
  }

  private boolean refused(Path path) {
    try (Arena arena = Arena.ofShared()) {
      return zip.read(path, arena).size() < 1;
    } catch (IOException expected) {
      assertThat(expected).hasMessageStartingWith(path.toString());
      return true;
    }
  }

  private static org.wordvec.vectors.WordVectors sample(Arena arena, List<String> words) {
    Random random = new Random(7);
    Matrix matrix = Matrix.allocate(arena, words.size(), 5);
    for (int row = 0; row < words.size(); row++) {
      for (int column = 0; column < 5; column++) {
        matrix.set(row, column, (float) random.nextGaussian());
      }
    }
    return new org.wordvec.vectors.WordVectors(WordList.of(words), matrix);
  }

  private static Map<String, byte[]> entries(Path path) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(path))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static void write(Path path, Map<String, byte[]> entries) throws IOException {
    try (OutputStream file = Files.newOutputStream(path);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
  }

  private static double[] asDoubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
