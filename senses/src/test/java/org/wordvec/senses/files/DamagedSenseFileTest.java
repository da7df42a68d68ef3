package org.wordvec.senses.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.senses.induction.SenseTree.Cluster;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;

/** Cut and damaged files: an error in one line, or senses that can be used. */
class DamagedSenseFileTest {
  @TempDir private Path directory;
  @AutoClose private final Arena arena = Arena.ofShared();
  private Path path = Path.of("");
  private byte[] whole = {};

  @BeforeEach
  void write() throws IOException {
    path = directory.resolve("v.bin.senses");
    SenseFile.write(
        Inventories.random(arena, 3),
        new WordVectors(WordList.of(List.of("a", "b")), Matrix.allocate(arena, 2, 2)),
        path);
    whole = Files.readAllBytes(path);
  }

  @Test
  void everyCutIsRefused() throws IOException {
    for (int length = 0; length < whole.length; length++) {
      assertThat(isRead(Arrays.copyOf(whole, length))).as("%d bytes", length).isFalse();
    }
    assertThat(isRead(whole)).isTrue();
  }

  @Test
  void everyDamageOfABitIsRefusedOrRead() throws IOException {
    int refused = 0;
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      refused += isRead(damaged) ? 0 : 1;
      damaged[at] = (byte) 0xff;
      refused += isRead(damaged) ? 0 : 1;
    }
    assertThat(refused).isBetween(whole.length / 2, 2 * whole.length - 100);
  }

  @Test
  void everyDamageOfSeveralBytesIsRefusedOrRead() throws IOException {
    Random random = new Random(2);
    for (int i = 0; i < 1_000; i++) {
      byte[] damaged = whole.clone();
      for (int flips = random.nextInt(3); flips >= 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      isRead(damaged);
    }
  }

  /** Returns whether a file can be read; uses all that is in it. */
  private boolean isRead(byte[] content) throws IOException {
    Files.write(path, content);
    try (Arena own = Arena.ofShared()) {
      use(SenseFile.open(path, own));
      return true;
    } catch (VectorFormatException refused) {
      assertThat(refused.getMessage()).startsWith(path + ": ").doesNotContain("\n");
      return false;
    }
  }

  private static void use(SenseInventory inventory) {
    int words = inventory.words().size();
    float[] context = new float[inventory.space().features()];
    for (int word = 0; word < words; word++) {
      inventory.space().describe(new int[] {0, word, words - 1}, 3, 1, context);
      for (Cluster cluster : inventory.usages(word)) {
        assertThat(cluster.share()).isBetween(0.0, 1.0);
        assertThat(cluster.centre()).hasSameSizeAs(context);
      }
      int senses = inventory.senses().senses(word);
      if (!inventory.usages(word).isEmpty()) {
        assertThat(inventory.clusters(word)).hasSize(senses);
        assertThat(SenseInventory.probabilities(inventory.clusters(word), context)).hasSize(senses);
        ContextSpace.nearest(
            inventory.clusters(word).stream().map(Cluster::centre).toList(), context);
      }
      for (int sense = 0; sense < senses; sense++) {
        assertThat(inventory.name(word, sense)).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Of an I32 tensor: the row, the column and the number.
    "clusters, 0, 0, -1",
    "clusters, 0, 0, 7",
    "clusters, 0, 0, 5",
    "clusters, 0, 1, 0",
    "clusters, 1, 1, -1",
    "clusters, 1, 1, 1",
    "clusters, 4, 1, 3",
    "senses, 0, 0, 6",
    "senses, 0, 0, 0",
    "senses, 1, 0, 2",
    "senses, 6, 0, 2000000000",
    "senses, 0, 1, 2",
    "senses, 0, 1, 0",
    "senses, 0, 1, -1",
    "senses, 4, 1, 2",
    // Of an F32 tensor: NaN and infinity, by their bits.
    "contexts, 1, 1, 2143289344",
    "contexts, 6, 2, 2139095040",
    "weights, 2, 0, 2143289344",
    "separations, 1, 0, 2143289344",
    "separations, 1, 1, 2143289344",
    "separations, 1, 1, 0",
    "separations, 1, 1, -1082130432",
    "separations, 1, 1, 1073741824",
    "shares, 2, 0, 2143289344",
    "shares, 2, 0, -1082130432",
    "shares, 2, 0, 1073741824",
  })
  void aTableThatMakesNoSenseIsRefused(String tensor, int row, int column, int value)
      throws IOException {
    ByteBuffer file = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    int header = file.getInt(0);
    Matcher place =
        Pattern.compile(
                "\""
                    + tensor
                    + "\":\\{[^}]*\"shape\":\\[\\d+,(\\d+)\\],\"data_offsets\":\\[(\\d+),")
            .matcher(new String(whole, 8, header, UTF_8));
    assertThat(place.find()).isTrue();
    int columns = Integer.parseInt(place.group(1));
    int at = 8 + header + Integer.parseInt(place.group(2)) + 4 * (row * columns + column);
    assertThat(file.getInt(at)).isNotEqualTo(value);
    file.putInt(at, value);
    Files.write(path, whole);
    assertThatThrownBy(() -> SenseFile.open(path, arena))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageStartingWith(path + ": ")
        .hasMessageNotContainingAny("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "maximum_senses\":\"6, maximum_senses\":\"1",
    "maximum_senses\":\"6, maximum_senses\":\"x",
    "concentration\":\"0.3, concentration\":\"7.3",
    "minimum_share\":\"0, minimum_share\":\"-",
    "minimum_share\", minimum_shape\"",
  })
  void settingsThatMakeNoSenseAreRefused(String before, String after) throws IOException {
    String text = new String(whole, ISO_8859_1);
    assertThat(text).contains(before);
    Files.writeString(path, text.replace(before, after), ISO_8859_1);
    assertThatThrownBy(() -> SenseFile.open(path, arena))
        .isInstanceOf(VectorFormatException.class)
        .hasMessageStartingWith(path + ": its settings are damaged: ");
  }
}
