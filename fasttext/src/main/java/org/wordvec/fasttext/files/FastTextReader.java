package org.wordvec.fasttext.files;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.wordvec.compute.NamedChannel;
import org.wordvec.corpora.words.WordList;
import org.wordvec.fasttext.FastTextModel;
import org.wordvec.fasttext.InputRows;
import org.wordvec.fasttext.Subwords;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.reading.MappedBytes;

/**
 * Reads fastText's binaries of versions 11 and 12: what its {@code skipgram}, {@code cbow} and
 * {@code supervised} write, of which the input matrix is used.
 *
 * <p>fastText 0.9.2 with fewer than ten threads leaves part of the input matrix as the memory
 * happened to be, which is zeros as a rule. Rows are read as they are.
 */
public final class FastTextReader {
  static final int MAGIC = 793712314;
  static final int VERSION = 12;
  static final int SOFTMAX_TREE = 1;
  static final int NEGATIVE_SAMPLING = 2;
  static final int CBOW = 1;
  static final int SKIP_GRAM = 2;
  static final long NOT_PRUNED = -1;
  static final byte WORD = 0;
  static final int ARGUMENT_BYTES = 12 * Integer.BYTES + Double.BYTES;

  private static final int OLDEST_VERSION = 11;
  private static final int SUPERVISED = 3;
  private static final int LOSSES = 4;
  private static final int MOST_DIMENSIONS = 100_000;

  private final Path path;
  private final MappedBytes in;
  private int dimensions;
  private int buckets;
  private boolean supervised;
  private Subwords subwords = Subwords.NONE;

  private FastTextReader(Path path, MappedBytes in) {
    this.path = path;
    this.in = in;
  }

  /**
   * Returns whether a file begins as fastText's do.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean recognises(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream stream = NamedChannel.input(path)) {
      byte[] first = stream.readNBytes(Integer.BYTES);
      return first.length == Integer.BYTES
          && ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getInt() == MAGIC;
    }
  }

  /**
   * Opens a file of fastText. The matrix stays in the file; to read it after it was cut is an
   * {@link InternalError}.
   *
   * @param arena owns the mapping; a shared one, where several threads query the model
   * @throws VectorFormatException if the file is cut off or damaged, is pruned or quantised, or is
   *     one of floret
   */
  public static FastTextModel open(Path path, Arena arena) throws IOException {
    return read(MappedBytes.open(path, arena));
  }

  /** Reads a file that is mapped and at its beginning. */
  static FastTextModel read(MappedBytes in) throws IOException {
    return new FastTextReader(in.path(), in).read();
  }

  private FastTextModel read() throws IOException {
    if (in.nextInt("the mark of a fastText model") != MAGIC) {
      throw VectorFormatException.atByte(path, 0, "expected the mark of a fastText model");
    }
    int version = in.nextInt("the version");
    if (version < OLDEST_VERSION || version > VERSION) {
      throw VectorFormatException.atByte(
          path,
          4,
          String.format(
              Locale.ROOT,
              "version %d of fastText's format; %d and %d can be read",
              version,
              OLDEST_VERSION,
              VERSION));
    }
    readArguments(version);
    int size = in.nextInt("the number of entries");
    int words = in.nextInt("the number of words");
    int labels = in.nextInt("the number of labels");
    in.nextLong("the number of tokens");
    if (words < 1 || labels < 0 || (long) words + labels != size) {
      throw in.before(
          3 * Integer.BYTES + Long.BYTES,
          String.format(
              Locale.ROOT, "%d entries cannot be %d words and %d labels", size, words, labels));
    }
    if (in.nextLong("the number of n-grams kept") != NOT_PRUNED) {
      throw in.before(
          Long.BYTES,
          "the model is pruned (quantize -cutoff), which cannot be read; use the full .bin");
    }
    WordList list = readWords(words);
    for (int label = 0; label < labels; label++) {
      in.nextWord("label " + (label + 1));
      in.skip(Long.BYTES + 1, "label " + (label + 1));
    }
    InputRows rows = readMatrix("input", (long) words + buckets);
    readMatrix("output", supervised ? labels : words);
    in.expectEnd();
    return new FastTextModel(list, subwords, rows, path.toString());
  }

  private void readArguments(int version) throws IOException {
    long start = in.offset();
    int[] arguments = new int[12];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = in.nextInt("the training options");
    }
    double sample = in.nextDouble("the training options");
    dimensions = between(1, MOST_DIMENSIONS, arguments[0], "dimensions", start);
    between(1, LOSSES, arguments[6], "a loss", start + 6 * Integer.BYTES);
    supervised =
        between(1, SUPERVISED, arguments[7], "a model", start + 7 * Integer.BYTES) == SUPERVISED;
    buckets = between(0, Integer.MAX_VALUE, arguments[8], "buckets", start + 8 * Integer.BYTES);
    if (!(sample >= 0 && sample <= 1) || (sample > 0 && sample < Float.MIN_NORMAL)) {
      throw VectorFormatException.atByte(
          path,
          start + 12 * Integer.BYTES,
          "no sampling threshold, but what floret has there; floret's models hash their n-grams in"
              + " another way: export their vectors as text with floret");
    }
    int minimum = Math.max(1, arguments[9]);
    int maximum = version == OLDEST_VERSION && supervised ? 0 : arguments[10];
    if (maximum >= minimum) {
      try {
        subwords = new Subwords(minimum, maximum, buckets);
      } catch (IllegalArgumentException noSubwords) {
        throw VectorFormatException.atByte(
            path, start + 8 * Integer.BYTES, String.valueOf(noSubwords.getMessage()));
      }
    }
  }

  private WordList readWords(int words) throws IOException {
    WordList.Builder list = new WordList.Builder();
    for (int word = 0; word < words; word++) {
      String place = String.format(Locale.ROOT, "word %d of %d", word + 1, words);
      byte[] bytes = in.nextWord(place);
      try {
        list.add(bytes, 0, bytes.length);
      } catch (IllegalStateException tooLong) {
        throw new VectorFormatException(path, "all its words together exceed 2 GiB");
      }
      in.nextLong(place);
      if (in.nextByte(place) != WORD) {
        throw in.before(1, "expected " + place + " to be a word");
      }
    }
    return list.build();
  }

  private InputRows readMatrix(String name, long rows) throws IOException {
    String what = "the " + name + " matrix";
    if (in.nextByte(what) != 0) {
      throw in.before(1, what + " is quantised (.ftz), which cannot be read; use the full .bin");
    }
    if (rows > Integer.MAX_VALUE) {
      throw new VectorFormatException(
          path,
          String.format(
              Locale.ROOT,
              "%s has %d rows; at most %d can be read",
              what,
              rows,
              Integer.MAX_VALUE));
    }
    long foundRows = in.nextLong(what);
    long foundColumns = in.nextLong(what);
    if (foundRows != rows || foundColumns != dimensions) {
      throw in.before(
          2 * Long.BYTES,
          String.format(
              Locale.ROOT,
              "%s has %d rows of %d values, where the rest of the file makes it %d rows of %d",
              what,
              foundRows,
              foundColumns,
              rows,
              dimensions));
    }
    long rowBytes = (long) dimensions * Float.BYTES;
    return new InputRows(in.next(rows * rowBytes, what), rowBytes, dimensions);
  }

  private int between(int least, int most, int found, String what, long place) throws IOException {
    if (found < least || found > most) {
      throw VectorFormatException.atByte(
          path,
          place,
          String.format(
              Locale.ROOT, "expected %s from %d to %d, found %d", what, least, most, found));
    }
    return found;
  }
}
