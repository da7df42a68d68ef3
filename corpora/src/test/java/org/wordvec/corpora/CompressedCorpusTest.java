package org.wordvec.corpora;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordvec.corpora.reading.TextFileException;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.text.CorpusException;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.corpora.words.VocabularyLimits;

class CompressedCorpusTest {
  private static final byte[] TEXT = Texts.random(1, 70_000);
  private static final byte[] FIRST = "one two\nthree".getBytes(UTF_8);
  private static final byte[] SECOND = " four\nfive\n".getBytes(UTF_8);

  @TempDir private Path folder;

  @Test
  void theSameTextGivesTheSameCorpusHoweverItComes() throws IOException, InterruptedException {
    int half = new String(TEXT, UTF_8).substring(0, TEXT.length / 4).lastIndexOf('\n') + 1;
    int cut = new String(TEXT, UTF_8).substring(0, half).getBytes(UTF_8).length;
    Path start = write("start.txt", Arrays.copyOf(TEXT, cut));
    Path rest = write("rest.zst", Packing.ZSTD.pack(Arrays.copyOfRange(TEXT, cut, TEXT.length)));
    Encoding encoding = Encoding.DEFAULT.threads(2);
    PlainCorpus expected =
        PlainCorpus.reference(TEXT, Tokenization.DEFAULT, new VocabularyLimits(1, 0));
    for (Corpus corpus :
        List.of(
            Texts.files(write("text", TEXT)),
            Texts.files(write("text.gz", Packing.GZIP.pack(TEXT))),
            Texts.files(write("named like text", Packing.ZSTD.pack(TEXT))),
            Texts.files(write("text.bz2", Packing.BZIP2.pack(TEXT))),
            Texts.files(write("text.xz", Packing.XZ.pack(TEXT))),
            Texts.files(start, rest),
            Texts.corpus(TEXT),
            Texts.corpus(Packing.GZIP.pack(TEXT)))) {
      assertThat(encoding.encode(corpus))
          .as(corpus.sources().getFirst().name())
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsSeveralStreamsInOneFile(Packing packing) throws IOException, InterruptedException {
    byte[] both = Texts.concatenated(packing.pack(FIRST), packing.pack(SECOND));
    assertThat(Encoding.DEFAULT.encode(Texts.files(write("both", both))))
        .isEqualTo(Encoding.DEFAULT.encode(Texts.concatenated(FIRST, SECOND)));
  }

  @ParameterizedTest
  @EnumSource
  void readsASecondStreamThatIsNotThereYetWhenTheFirstEnds(Packing packing)
      throws IOException, InterruptedException {
    InputStream pipe =
        new SequenceInputStream(
            new ByteArrayInputStream(packing.pack(FIRST)),
            new ByteArrayInputStream(packing.pack(SECOND)));
    InputStream slow =
        new FilterInputStream(pipe) {
          @Override
          public int available() {
            return 0;
          }
        };
    assertThat(Encoding.DEFAULT.encode(Corpus.of(List.of("-"), slow)))
        .isEqualTo(Encoding.DEFAULT.encode(Texts.concatenated(FIRST, SECOND)));
  }

  @Test
  void readsZstandardThatBeginsWithAFrameToSkip() throws IOException, InterruptedException {
    byte[] skippable = {0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4};
    byte[] packed = Texts.concatenated(skippable, Packing.ZSTD.pack(FIRST));
    assertThat(Encoding.DEFAULT.encode(packed)).isEqualTo(Encoding.DEFAULT.encode(FIRST));
  }

  @ParameterizedTest
  @EnumSource
  void leavesOutAByteOrderMark(Packing packing) throws IOException, InterruptedException {
    byte[] packed = packing.pack("\ufeffone two".getBytes(UTF_8));
    assertThat(Encoding.DEFAULT.encode(packed).words()).containsExactly("one", "two");
  }

  @ParameterizedTest
  @CsvSource({
    "GZIP, 5",
    "GZIP, 12",
    "GZIP, 1000",
    "GZIP, -9",
    "GZIP, -8",
    "GZIP, -1",
    "ZSTD, 4",
    "ZSTD, 5",
    "ZSTD, 1000",
    "ZSTD, -1",
    "BZIP2, 5",
    "BZIP2, 1000",
    "BZIP2, -1",
    "XZ, 7",
    "XZ, 1000",
    "XZ, -1"
  })
  void refusesAFileThatIsCut(Packing packing, int length) throws IOException {
    byte[] packed = packing.pack(TEXT);
    byte[] cut = Arrays.copyOf(packed, length < 0 ? packed.length + length : length);
    Path file = write("cut", cut);
    assertThatThrownBy(() -> Encoding.DEFAULT.encode(Texts.files(file)))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith(file + ": cannot be read")
        .hasMessageNotContaining("null");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAFileThatIsDamaged(Packing packing) throws IOException {
    byte[] packed = packing.pack(TEXT);
    packed[packed.length - 2] ^= 1;
    Path file = write("damaged", packed);
    assertThatThrownBy(() -> Encoding.DEFAULT.encode(Texts.files(file)))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith(file + ": cannot be read behind byte ");
  }

  @Test
  void refusesAnArchive() throws IOException {
    byte[] bytes = Texts.concatenated(HexFormat.of().parseHex("504b0304140000000800"), TEXT);
    Path file = write("other", bytes);
    assertThatThrownBy(() -> Encoding.DEFAULT.encode(Texts.files(file)))
        .isInstanceOf(TextFileException.class)
        .hasMessage(
            file
                + ": a zip archive, where text (plain, .gz, .bz2, .xz or .zst) was expected;"
                + " unpack it first");
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
