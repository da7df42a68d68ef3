package org.wordvec.fasttext.files;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.wordvec.compute.FileStamp;
import org.wordvec.fasttext.FastTextModel;
import org.wordvec.fasttext.InputRows;
import org.wordvec.vectors.output.OutputFile;
import org.wordvec.vectors.reading.MappedBytes;
import org.wordvec.vectors.repair.Problem;
import org.wordvec.vectors.repair.ProblemCollector;
import org.wordvec.vectors.repair.ProblemKind;

/**
 * Diagnoses a model of fastText: its words, and the rows of its input matrix, which fastText 0.9.2
 * with fewer than ten threads leaves in part as memory happened to be.
 *
 * <p>Takes 4 bytes a row of the input matrix besides the words.
 */
public final class FastTextDiagnosis {
  private static final int PIECE = 1 << 20;

  private final MemorySegment file;
  private final FileStamp stamp;
  private final FastTextModel model;
  private final InputRows rows;
  private final ProblemCollector problems = new ProblemCollector();

  private FastTextDiagnosis(Path path, Arena arena) throws IOException {
    MappedBytes mapped = MappedBytes.open(path, arena);
    this.file = mapped.bytes();
    this.stamp = mapped.stamp();
    this.model = FastTextReader.read(mapped);
    this.rows = model.inputs();
  }

  /**
   * Reads a whole model and diagnoses it.
   *
   * @param arena owns what is mapped
   * @throws org.wordvec.vectors.VectorFormatException if it cannot be opened
   */
  public static FastTextDiagnosis of(Path path, Arena arena) throws IOException {
    FastTextDiagnosis diagnosis = new FastTextDiagnosis(path, arena);
    diagnosis.diagnose();
    return diagnosis;
  }

  private void diagnose() {
    int words = model.words().size();
    for (int word = 0; word < words; word++) {
      problems.word(model.words().utf8(word), word + 1L);
    }
    problems.duplicates(model.words());
    float[] norms = new float[rows.count()];
    float[] values = new float[rows.dimensions()];
    for (int row = 0; row < norms.length; row++) {
      norms[row] = norm(row, values);
      if (Float.isNaN(norms[row])) {
        problems.add(ProblemKind.NOT_FINITE_ROW, place(row, words));
      } else if (norms[row] == 0) {
        problems.add(
            row < words ? ProblemKind.UNTRAINED_WORD : ProblemKind.UNTRAINED_NGRAMS,
            place(row, words));
      }
    }
    // Most n-gram rows may never have been trained, so the norms of the words' own rows are taken.
    problems.norms(norms, words);
  }

  private String place(int row, int words) {
    return row < words
        ? ProblemCollector.place(row + 1L, model.words().utf8(row))
        : "row " + (row + 1) + ", n-grams of bucket " + (row - words);
  }

  /** Returns the norm of a row, NaN where a value is not finite. */
  private float norm(int row, float[] values) {
    rows.read(row, values);
    double square = 0;
    for (float value : values) {
      square += (double) value * value;
    }
    return Double.isFinite(square) ? (float) Math.sqrt(square) : Float.NaN;
  }

  /** Returns the model, which may hold damaged rows. */
  public FastTextModel model() {
    return model;
  }

  /** Returns the problems found, none if all is well. */
  public List<Problem> problems() {
    return problems.list();
  }

  /**
   * Writes the model again with zeros in place of input rows that are not finite; all else stays
   * byte for byte.
   *
   * @throws IOException if writing fails; an older file of that name is whole then
   */
  public void writeRepaired(Path target) throws IOException {
    OutputFile.write(target, this::writeTo);
  }

  private void writeTo(OutputStream stream) throws IOException {
    long start = rows.segment().address() - file.address();
    long end = start + rows.segment().byteSize();
    copy(stream, 0, start);
    float[] values = new float[rows.dimensions()];
    byte[] bytes = new byte[Math.toIntExact(rows.rowBytes())];
    for (int row = 0; row < rows.count(); row++) {
      if (Float.isNaN(norm(row, values))) {
        Arrays.fill(bytes, (byte) 0);
      } else {
        MemorySegment.copy(
            rows.segment(), ValueLayout.JAVA_BYTE, row * rows.rowBytes(), bytes, 0, bytes.length);
      }
      stream.write(bytes);
    }
    copy(stream, end, file.byteSize());
    stamp.check();
  }

  private void copy(OutputStream stream, long from, long to) throws IOException {
    byte[] piece = new byte[PIECE];
    for (long at = from; at < to; at += piece.length) {
      int length = (int) Math.min(piece.length, to - at);
      MemorySegment.copy(file, ValueLayout.JAVA_BYTE, at, piece, 0, length);
      stream.write(piece, 0, length);
    }
  }
}
