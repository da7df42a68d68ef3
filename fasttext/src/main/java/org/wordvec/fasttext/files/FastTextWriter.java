package org.wordvec.fasttext.files;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.corpora.words.VocabularyLimits;
import org.wordvec.fasttext.FastText;
import org.wordvec.fasttext.FastTextConfig;
import org.wordvec.fasttext.InputRows;
import org.wordvec.fasttext.Subwords;
import org.wordvec.vectors.output.OutputFile;
import org.wordvec.word2vec.Objective.NegativeSampling;
import org.wordvec.word2vec.Word2VecConfig;

/**
 * Writes fastText's binary of version 12.
 *
 * <p>The dictionary has no {@code </s>}, as in a text without line breaks. The output matrix has a
 * row for each word, as fastText expects it also for hierarchical softmax, whose tree has one inner
 * node less; there fastText's labels are the other way round, so its signs would be too. Only
 * training on would read them, which fastText has not.
 */
public final class FastTextWriter {
  private static final int ROWS_AT_ONCE = 1 << 10;

  private final OutputStream stream;
  private final Path path;

  private FastTextWriter(OutputStream stream, Path path) {
    this.stream = stream;
    this.path = path;
  }

  /**
   * Writes a trained model, whole or not at all.
   *
   * @param limits that the vocabulary was cut to, which the file records
   * @throws IOException if writing fails or a value is not finite; an older file stays then
   */
  public static void write(FastText.Trained trained, VocabularyLimits limits, Path path)
      throws IOException {
    OutputFile.write(path, stream -> new FastTextWriter(stream, path).write(trained, limits));
  }

  private void write(FastText.Trained trained, VocabularyLimits limits) throws IOException {
    Vocabulary vocabulary = trained.vocabulary();
    writeArguments(trained.config(), limits);
    writeDictionary(vocabulary, trained.tokens());
    writeMatrix(trained.inputs(), trained.inputs().rows());
    writeMatrix(trained.outputs(), vocabulary.size());
  }

  private void writeArguments(FastTextConfig config, VocabularyLimits limits) throws IOException {
    Word2VecConfig prediction = config.prediction();
    Subwords subwords = config.subwords();
    boolean sampling = prediction.objective() instanceof NegativeSampling;
    int negatives =
        prediction.objective() instanceof NegativeSampling(int count, double _)
            ? count
            : NegativeSampling.DEFAULT_NEGATIVES;
    ByteBuffer arguments = buffer(2 * Integer.BYTES + FastTextReader.ARGUMENT_BYTES);
    arguments.putInt(FastTextReader.MAGIC).putInt(FastTextReader.VERSION);
    arguments.putInt(prediction.dimensions());
    arguments.putInt(prediction.window());
    arguments.putInt(prediction.schedule().epochs());
    arguments.putInt((int) Math.min(limits.minimumCount(), Integer.MAX_VALUE));
    arguments.putInt(negatives);
    arguments.putInt(1); // wordNgrams
    arguments.putInt(sampling ? FastTextReader.NEGATIVE_SAMPLING : FastTextReader.SOFTMAX_TREE);
    arguments.putInt(
        switch (prediction.architecture()) {
          case CBOW -> FastTextReader.CBOW;
          case SKIP_GRAM -> FastTextReader.SKIP_GRAM;
        });
    arguments.putInt(subwords.buckets());
    arguments.putInt(subwords.minimumLength());
    arguments.putInt(subwords.maximumLength());
    arguments.putInt(100); // lrUpdateRate
    arguments.putDouble(prediction.sample());
    write(arguments);
  }

  private void writeDictionary(Vocabulary vocabulary, long tokens) throws IOException {
    ByteBuffer sizes = buffer(3 * Integer.BYTES + 2 * Long.BYTES);
    sizes.putInt(vocabulary.size()).putInt(vocabulary.size()).putInt(0);
    sizes.putLong(tokens).putLong(FastTextReader.NOT_PRUNED);
    write(sizes);
    ByteBuffer entry = buffer(2 + Long.BYTES);
    for (int word = 0; word < vocabulary.size(); word++) {
      stream.write(vocabulary.words().utf8(word));
      entry.put((byte) 0).putLong(vocabulary.count(word)).put(FastTextReader.WORD);
      write(entry);
    }
  }

  private void writeMatrix(Matrix matrix, int rows) throws IOException {
    ByteBuffer head = buffer(1 + 2 * Long.BYTES);
    head.put((byte) 0).putLong(rows).putLong(matrix.dimensions());
    write(head);
    int rowBytes = matrix.dimensions() * Float.BYTES;
    byte[] bytes = new byte[Math.min(rows, ROWS_AT_ONCE) * rowBytes];
    MemorySegment target = MemorySegment.ofArray(bytes);
    float[] values = new float[matrix.dimensions()];
    InputRows source = new InputRows(matrix.segment(), matrix.rowBytes(), matrix.dimensions());
    for (int first = 0; first < rows; first += ROWS_AT_ONCE) {
      int count = Math.min(ROWS_AT_ONCE, rows - first);
      for (int i = 0; i < count; i++) {
        if (first + i < matrix.rows()) {
          source.read(first + i, values);
          checkFinite(values, first + i);
        } else {
          Arrays.fill(values, 0);
        }
        MemorySegment.copy(values, 0, target, InputRows.VALUE, (long) i * rowBytes, values.length);
      }
      stream.write(bytes, 0, count * rowBytes);
    }
  }

  private void checkFinite(float[] values, int row) throws IOException {
    float sum = 0;
    for (float value : values) {
      // Zero, unless the value is infinite or NaN.
      sum += value * 0;
    }
    if (sum != 0) {
      throw new IOException(path + ": cannot write row " + row + ", it is no longer finite");
    }
  }

  /** Writes what the buffer has been filled with, and empties it. */
  private void write(ByteBuffer filled) throws IOException {
    byte[] bytes = new byte[filled.flip().remaining()];
    filled.get(bytes).clear();
    stream.write(bytes);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
