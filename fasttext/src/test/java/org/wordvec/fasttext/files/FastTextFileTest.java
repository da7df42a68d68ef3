package org.wordvec.fasttext.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextModel;
import org.wordvec.fasttext.Subwords;
import org.wordvec.fasttext.Texts;
import org.wordvec.testing.EncodedTexts;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.word2vec.Architecture;
import org.wordvec.word2vec.Objective;

class FastTextFileTest {
  private static final int BUCKETS = 40;
  private static final int ARGUMENTS = 8;
  private static final int DICTIONARY = ARGUMENTS + 56;
  private static final int WORDS = DICTIONARY + 28;

  @TempDir private Path folder;
  @AutoClose private final Arena arena = Arena.ofShared();
  private FastText.Trained trained;
  private Path file;
  private byte[] bytes;

  @BeforeEach
  void write() throws IOException, InterruptedException {
    trained =
        FastText.train(
            new FastText.Run(
                EncodedTexts.encode("the 北京 the 😀 cat\nthe cat 北京\n", arena),
                Texts.config(
                    Architecture.SKIP_GRAM,
                    new Objective.NegativeSampling(5, 0.5),
                    new Subwords(2, 3, BUCKETS),
                    1,
                    1),
                arena));
    file = folder.resolve("model.bin");
    FastTextWriter.write(trained, Texts.ALL, file);
    bytes = Files.readAllBytes(file);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    assertThat(FastTextReader.recognises(file)).isTrue();
    FastTextModel read = FastTextReader.open(file, arena);
    FastTextModel written = trained.model();
    assertThat(read.subwords()).isEqualTo(written.subwords());
    assertThat(read.words().size()).isEqualTo(4);
    for (String word : new String[] {"the", "cat", "北京", "😀", "unseen", "北"}) {
      assertThat(read.vector(word))
          .hasValueSatisfying(
              vector -> assertThat(vector).isEqualTo(written.vector(word).orElseThrow()));
    }
  }

  @Test
  void theLayoutIsThatOfVersionTwelve() {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int[] head = new int[14];
    in.asIntBuffer().get(head);
    assertThat(head).containsExactly(793712314, 12, 10, 5, 5, 1, 5, 1, 2, 2, BUCKETS, 2, 3, 100);
    assertThat(in.getDouble(ARGUMENTS + 48)).isZero();
    assertThat(in.getInt(DICTIONARY)).isEqualTo(4);
    assertThat(in.getInt(DICTIONARY + 4)).isEqualTo(4);
    assertThat(in.getInt(DICTIONARY + 8)).isZero();
    assertThat(in.getLong(DICTIONARY + 12)).isEqualTo(8);
    assertThat(in.getLong(DICTIONARY + 20)).isEqualTo(-1);
    assertThat(Arrays.copyOfRange(bytes, WORDS, WORDS + 4)).containsExactly('t', 'h', 'e', 0);
    assertThat(in.getLong(WORDS + 4)).isEqualTo(3);
    int words = 3 + 6 + 3 + 4 + 4 * 10;
    assertThat(bytes).hasSize(WORDS + words + 2 * 17 + (4 + BUCKETS + 4) * 10 * 4);
  }

  @Test
  void hierarchicalSoftmaxHasAnOutputRowForEachWordToo() throws Exception {
    FastText.Trained tree =
        FastText.train(
            new FastText.Run(
                EncodedTexts.encode("a b c a b a\n", arena),
                Texts.config(
                    Architecture.CBOW, new Objective.HierarchicalSoftmax(), Subwords.NONE, 1, 1),
                arena));
    FastTextWriter.write(tree, Texts.ALL, file);
    assertThat(FastTextReader.open(file, arena).words().size()).isEqualTo(3);
    assertThat(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getInt(32))
        .isEqualTo(1);
  }

  @Test
  void aFileThatWasCutSaysWhere() throws IOException {
    for (int length = 4; length < bytes.length; length += 1 + length / 50) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatExceptionOfType(VectorFormatException.class)
          .isThrownBy(() -> FastTextReader.open(file, arena))
          .withMessageStartingWith(file + ": byte " + length + ": the file ends within");
    }
  }

  @Test
  void aFileThatGoesOnSaysWhere() throws IOException {
    Files.write(file, Arrays.copyOf(bytes, bytes.length + 3));
    assertThat(problem())
        .isEqualTo("byte " + bytes.length + ": expected the end of the file, 3 bytes follow");
  }

  @Test
  void damageIsAnErrorOfTheFileOrGoesUnseen() throws IOException {
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(WORDS + 80)] = (byte) random.nextInt();
      Files.write(file, damaged);
      try {
        FastTextReader.open(file, arena).vector("the");
      } catch (VectorFormatException expected) {
        assertThat(expected.getMessage()).startsWith(file.toString()).doesNotContain("\n");
        refused++;
      }
    }
    assertThat(refused).isBetween(100, 399);
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    assertThat(with(4, 13)).contains("byte 4: version 13");
  }

  @Test
  void aPrunedModelIsRefused() throws IOException {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(DICTIONARY + 20, 7);
    Files.write(file, bytes);
    assertThat(problem()).contains("pruned").contains("byte " + (DICTIONARY + 20));
  }

  @Test
  void aQuantisedModelIsRefused() throws IOException {
    int matrix = bytes.length - 2 * 17 - (4 + BUCKETS + 4) * 40;
    bytes[matrix] = 1;
    Files.write(file, bytes);
    assertThat(problem()).contains("quantised").contains("byte " + matrix);
  }

  @Test
  void aModelOfFloretIsRefused() throws IOException {
    ByteBuffer floret = ByteBuffer.allocate(bytes.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    int behindLengths = ARGUMENTS + 11 * 4;
    floret.put(bytes, 0, behindLengths).putInt(1).putInt(2);
    floret.put(bytes, behindLengths, bytes.length - behindLengths);
    Files.write(file, floret.array());
    assertThat(problem()).contains("floret");
  }

  @Test
  void matricesMustFitTheDictionary() throws IOException {
    assertThat(with(ARGUMENTS + 8 * 4, BUCKETS + 1)).contains("the input matrix has 44 rows");
  }

  @Test
  void noOtherFileIsTakenForAModel() throws IOException {
    for (String content : new String[] {"", "abc", "2 3\na 1 2 3\n"}) {
      Files.writeString(file, content);
      assertThat(FastTextReader.recognises(file)).isFalse();
    }
    assertThat(FastTextReader.recognises(folder)).isFalse();
  }

  private String with(int place, int value) throws IOException {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(place, value);
    Files.write(file, bytes);
    return problem();
  }

  private String problem() {
    try {
      FastTextReader.open(file, arena);
      return "none";
    } catch (IOException e) {
      return e.getMessage().substring(file.toString().length() + 2);
    }
  }
}
