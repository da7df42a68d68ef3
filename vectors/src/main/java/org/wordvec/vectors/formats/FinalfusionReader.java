package org.wordvec.vectors.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.wordvec.compute.MappedRows;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.FileWindow;
import org.wordvec.vectors.reading.Header;
import org.wordvec.vectors.reading.MappedBytes;

/** Opens finalfusion files and maps their words and values. */
final class FinalfusionReader {
  private static final int MOST_CHUNKS = 16;
  private static final int PREFIX_BYTES = Integer.BYTES + Long.BYTES;

  private final MappedBytes in;
  private final List<String> notes = new ArrayList<>();
  private int[] wordEnds = {};
  private int[] wordHashes = {};
  private long firstWord = -1;
  private long firstValue = -1;
  private long storedRows;
  private int dimensions;
  private OptionalLong firstNorm = OptionalLong.empty();

  private FinalfusionReader(MappedBytes in) {
    this.in = in;
  }

  static VectorFormat.Opened read(MappedBytes in) throws IOException {
    return new FinalfusionReader(in).read();
  }

  private VectorFormat.Opened read() throws IOException {
    in.skip(Integer.BYTES, "the mark of finalfusion");
    int version = in.nextInt("the version");
    if (version != 0) {
      throw in.before(4, "version " + version + " of finalfusion's format; 0 can be read");
    }
    int chunks = in.nextInt("the number of chunks");
    if (chunks < 2 || chunks > MOST_CHUNKS) {
      throw in.before(4, "expected 2 to " + MOST_CHUNKS + " chunks, found " + chunks);
    }
    int[] kinds = new int[chunks];
    for (int i = 0; i < chunks; i++) {
      kinds[i] = in.nextInt("the list of chunks");
    }
    for (int kind : kinds) {
      if (in.nextInt("the chunk " + name(kind)) != kind) {
        throw in.before(4, "expected the chunk " + name(kind) + " that the list of chunks names");
      }
      chunk(kind);
    }
    // Before October 2019, the list did not include the norms.
    while (in.remaining() > 0 && firstNorm.isEmpty()) {
      chunk(in.nextInt("a chunk behind those of the list"));
    }
    in.expectEnd();
    return new VectorFormat.Opened(new Finalfusion(), vectors(), notes);
  }

  private void chunk(int kind) throws IOException {
    FinalfusionChunk chunk =
        FinalfusionChunk.of(kind)
            .orElseThrow(() -> in.before(4, "chunks of kind " + kind + " are not known"));
    long length = in.nextLong("the chunk " + chunk);
    if (length < 0 || length > in.remaining()) {
      throw in.before(
          8,
          String.format(
              Locale.ROOT,
              "the chunk %s takes %s bytes, but %d follow; the file is cut off",
              chunk,
              Long.toUnsignedString(length),
              in.remaining()));
    }
    long end = in.offset() + length;
    switch (chunk) {
      case SIMPLE_VOCABULARY -> words(in.nextLong("the number of words"), end);
      case BUCKET_SUBWORDS, FASTTEXT_SUBWORDS -> {
        long words = in.nextLong("the number of words");
        in.skip(3 * Integer.BYTES, "the lengths of n-grams");
        words(words, end);
        notes.add("the vectors of its n-grams are left out, and so are words made of them");
      }
      case EXPLICIT_SUBWORDS -> {
        long words = in.nextLong("the number of words");
        in.skip(Long.BYTES + 2 * Integer.BYTES, "the lengths of n-grams");
        words(words, end);
        in.skip(end - in.offset(), "the n-grams");
        notes.add("the vectors of its n-grams are left out, and so are words made of them");
      }
      case ARRAY -> values(end);
      case NORMS -> norms();
      case METADATA -> in.skip(length, "the metadata");
      case QUANTIZED_ARRAY ->
          throw in.before(
              PREFIX_BYTES, "the vectors are quantised, which cannot be read; use the full file");
      case FLORET_SUBWORDS ->
          throw in.before(
              PREFIX_BYTES, "floret's vocabulary has n-grams alone, and no words to read");
    }
    if (in.offset() != end) {
      throw in.before(
          0,
          String.format(
              Locale.ROOT, "the chunk %s ends here, by its length at byte %d", chunk, end));
    }
  }

  private static String name(int kind) {
    return FinalfusionChunk.of(kind).map(FinalfusionChunk::toString).orElse("of kind " + kind);
  }

  private void words(long count, long end) throws IOException {
    if (firstWord >= 0) {
      throw in.before(0, "a second vocabulary");
    }
    if (count < 1 || count > Math.min(Integer.MAX_VALUE, (end - in.offset()) / Integer.BYTES)) {
      throw in.before(
          8,
          Long.toUnsignedString(count) + " words cannot be in " + (end - in.offset()) + " bytes");
    }
    int[] ends = new int[(int) count];
    int[] hashes = new int[(int) count];
    FileWindow window = FileWindow.mapped(in.bytes());
    firstWord = in.offset() + Integer.BYTES;
    long total = 0;
    for (int word = 0; word < ends.length; word++) {
      int length = in.nextInt("a word's length");
      if (length < 0 || length > end - in.offset()) {
        throw in.before(
            4,
            String.format(
                Locale.ROOT,
                "word %d takes %s bytes, and %d are left of its chunk",
                word + 1,
                Integer.toUnsignedString(length),
                end - in.offset()));
      }
      long start = in.skip(length, "a word");
      int hash = 0;
      for (int i = 0; i < length; i++) {
        hash = WordList.hash(hash, window.at(start + i));
      }
      hashes[word] = hash;
      total += length;
      if (total > Integer.MAX_VALUE) {
        throw new VectorFormatException(in.path(), "all its words together exceed 2 GiB");
      }
      ends[word] = (int) total;
    }
    wordEnds = ends;
    wordHashes = hashes;
  }

  private void values(long end) throws IOException {
    storedRows = in.nextLong("the number of rows");
    long columns = Integer.toUnsignedLong(in.nextInt("the number of columns"));
    if (columns < 1 || columns > Header.MOST_DIMENSIONS) {
      throw in.before(
          4, "vectors of " + columns + " values; 1 to " + Header.MOST_DIMENSIONS + " can be");
    }
    dimensions = (int) columns;
    floatsAhead("the vectors");
    long left = end - in.offset();
    long rowBytes = columns * Float.BYTES;
    if (storedRows < 1 || storedRows > left / rowBytes || storedRows * rowBytes != left) {
      throw in.before(
          0,
          String.format(
              Locale.ROOT,
              "%s rows of %d values do not fill the %d bytes that the chunk has for them",
              Long.toUnsignedString(storedRows),
              columns,
              left));
    }
    firstValue = in.skip(left, "the vectors");
  }

  private void norms() throws IOException {
    long count = in.nextLong("the number of norms");
    if (count != wordEnds.length) {
      throw in.before(
          8,
          String.format(
              Locale.ROOT,
              "%s norms, where there are %d words",
              Long.toUnsignedString(count),
              wordEnds.length));
    }
    floatsAhead("the norms");
    firstNorm = OptionalLong.of(in.skip(count * Float.BYTES, "the norms"));
  }

  /** Reads the type of values and the padding before them, which is never empty. */
  private void floatsAhead(String what) throws IOException {
    int type = in.nextInt("the type of " + what);
    if (type != FinalfusionChunk.FLOAT32) {
      throw in.before(
          4,
          String.format(
              Locale.ROOT,
              "%s are of type %d; %d (float32) can be read",
              what,
              type,
              FinalfusionChunk.FLOAT32));
    }
    in.skip(FinalfusionChunk.padding(in.offset()), "the padding before " + what);
  }

  private WordVectors vectors() throws IOException {
    if (firstWord < 0 || firstValue < 0) {
      throw new VectorFormatException(
          in.path(), firstWord < 0 ? "has no vocabulary" : "has no vectors");
    }
    if (storedRows < wordEnds.length) {
      throw new VectorFormatException(
          in.path(),
          String.format(Locale.ROOT, "has %d words and %d rows", wordEnds.length, storedRows));
    }
    WordList words =
        WordList.mapped(in.bytes().asSlice(firstWord), Integer.BYTES, wordEnds, wordHashes);
    MappedRows.Layout layout =
        new MappedRows.Layout(firstValue, (long) dimensions * Float.BYTES, firstNorm);
    return new WordVectors(
        words,
        new MappedRows(in.path(), in.bytes(), layout, wordEnds.length, dimensions)
            .in(in.channel(), in.stamp()));
  }
}
