package org.wordvec.vectors.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.output.OutputFile;

/**
 * The binary format of finalfusion, version 0: a vocabulary, unit vectors, and their original
 * norms. Words and values are contiguous, so that it opens faster than other formats.
 *
 * <p>A vector is read as the unit vector times its norm, which can differ from the written one in
 * the last bit.
 *
 * @see <a href="https://finalfusion.github.io/spec">finalfusion's specification</a>
 */
public record Finalfusion() implements VectorFormat {
  private static final int HEAD_BYTES = Integer.BYTES + Long.BYTES;

  /**
   * {@inheritDoc}
   *
   * @throws VectorFormatException also if a word is not UTF-8 or occurs twice, which finalfusion
   *     rejects, or if a vector's norm exceeds float32
   */
  @Override
  public void write(WordVectors vectors, Path path) throws IOException {
    Writable.checkValues(vectors, path);
    checkWords(vectors.words(), path);
    checkNorms(vectors, path);
    OutputFile.write(path, stream -> new Chunks(stream).write(vectors));
  }

  @Override
  public String description() {
    return "finalfusion";
  }

  @Override
  public List<String> ownExtensions() {
    return List.of(".fifu");
  }

  private static void checkWords(WordList words, Path path) throws VectorFormatException {
    for (int id = 0; id < words.size(); id++) {
      byte[] word = words.utf8(id);
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(word));
      } catch (CharacterCodingException notUtf8) {
        throw new VectorFormatException(
            path,
            String.format(
                Locale.ROOT,
                "cannot write the word \"%s\" (row %d): it is not UTF-8",
                words.word(id),
                id + 1));
      }
      int first = words.indexOf(word, 0, word.length);
      if (first != id) {
        throw new VectorFormatException(
            path,
            String.format(
                    Locale.ROOT,
                    "cannot write the word \"%s\" of row %d: row %d has the same word, and"
                        + " finalfusion",
                    words.word(id),
                    id + 1,
                    first + 1)
                + " rejects repeated words");
      }
    }
  }

  /** Checks that norms are finite in float32, which they need not be for finite values. */
  private static void checkNorms(WordVectors vectors, Path path) throws VectorFormatException {
    for (int row = 0; row < vectors.size(); row++) {
      double norm = Geometry.norm(vectors.matrix().row(row));
      if (!Float.isFinite((float) norm)) {
        throw new VectorFormatException(
            path,
            String.format(
                Locale.ROOT,
                "cannot write the vector of \"%s\" (row %d): its length, %.1E, is more than the"
                    + " float32 of finalfusion holds; write .npy or .bin",
                vectors.words().word(row),
                row + 1,
                norm));
      }
    }
  }

  /** Writes the chunks and tracks the offset, on which padding depends. */
  private static final class Chunks {
    private final OutputStream stream;
    private long offset;

    Chunks(OutputStream stream) {
      this.stream = stream;
    }

    void write(WordVectors vectors) throws IOException {
      List<FinalfusionChunk> chunks =
          List.of(
              FinalfusionChunk.SIMPLE_VOCABULARY, FinalfusionChunk.ARRAY, FinalfusionChunk.NORMS);
      write(new byte[] {'F', 'i', 'F', 'u'});
      writeInts(0, chunks.size());
      for (FinalfusionChunk chunk : chunks) {
        writeInts(chunk.number());
      }
      writeWords(vectors.words());
      writeNorms(writeValues(vectors));
      vectors.requireUnchanged();
    }

    private void writeWords(WordList words) throws IOException {
      long length = Long.BYTES;
      for (int id = 0; id < words.size(); id++) {
        length += Integer.BYTES + words.length(id);
      }
      begin(FinalfusionChunk.SIMPLE_VOCABULARY, length);
      writeLong(words.size());
      for (int id = 0; id < words.size(); id++) {
        writeInts(words.length(id));
        write(words.utf8(id));
      }
    }

    /** Returns the norms. */
    private float[] writeValues(WordVectors vectors) throws IOException {
      long values = (long) vectors.size() * vectors.dimensions() * Float.BYTES;
      int head = Long.BYTES + 2 * Integer.BYTES;
      int padding = FinalfusionChunk.padding(offset + HEAD_BYTES + head);
      begin(FinalfusionChunk.ARRAY, head + padding + values);
      writeLong(vectors.size());
      writeInts(vectors.dimensions(), FinalfusionChunk.FLOAT32);
      write(new byte[padding]);
      float[] norms = new float[vectors.size()];
      FloatWriter writer = new FloatWriter(stream, vectors.dimensions());
      for (int row = 0; row < vectors.size(); row++) {
        float[] vector = vectors.matrix().row(row);
        norms[row] = (float) Geometry.norm(vector);
        writer.write(Geometry.unit(vector));
      }
      offset += values;
      return norms;
    }

    private void writeNorms(float[] norms) throws IOException {
      int head = Long.BYTES + Integer.BYTES;
      int padding = FinalfusionChunk.padding(offset + HEAD_BYTES + head);
      begin(FinalfusionChunk.NORMS, head + padding + (long) norms.length * Float.BYTES);
      writeLong(norms.length);
      writeInts(FinalfusionChunk.FLOAT32);
      write(new byte[padding]);
      FloatWriter writer = new FloatWriter(stream, 1);
      for (float norm : norms) {
        writer.write(new float[] {norm});
      }
    }

    private void begin(FinalfusionChunk chunk, long length) throws IOException {
      writeInts(chunk.number());
      writeLong(length);
    }

    private void writeInts(int... values) throws IOException {
      ByteBuffer bytes =
          ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asIntBuffer().put(values);
      write(bytes.array());
    }

    private void writeLong(long value) throws IOException {
      write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    }

    private void write(byte[] bytes) throws IOException {
      stream.write(bytes);
      offset += bytes.length;
    }
  }
}
