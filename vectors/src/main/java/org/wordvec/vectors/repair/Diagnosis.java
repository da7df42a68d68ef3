package org.wordvec.vectors.repair;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.FormatDetector;
import org.wordvec.vectors.formats.RowLayout;
import org.wordvec.vectors.formats.VectorFormat;
import org.wordvec.vectors.reading.BinaryRow;
import org.wordvec.vectors.reading.ByteReader;
import org.wordvec.vectors.reading.FileKind;
import org.wordvec.vectors.reading.ModelMemory;

/**
 * Finds the problems of a file of vectors, even of one that cannot be opened normally: in text and
 * word2vec binary, compressed or not, the rows before and between the damage are read.
 *
 * <p>Memory: the words and 4 bytes per row; for a repair also the vectors.
 */
public final class Diagnosis {
  private final Path path;
  private final TolerantRows source;
  private final ProblemCollector problems = new ProblemCollector();
  private final WordList.Builder builder = new WordList.Builder();
  private final BitSet left = new BitSet();
  private float[] norms = new float[1 << 10];
  private int rows;

  private Diagnosis(Path path, TolerantRows source) {
    this.path = path;
    this.source = source;
  }

  /**
   * Diagnoses a file.
   *
   * @param vocabulary file with the words of a file without words, or null for the one beside it
   * @param arena owns the mapping
   * @throws VectorFormatException if not even the length of the vectors can be determined
   */
  public static Diagnosis of(Path path, @Nullable Path vocabulary, Arena arena) throws IOException {
    return of(path, source(path, vocabulary, arena));
  }

  /** Diagnoses an open file. */
  public static Diagnosis of(Path path, VectorFormat.Opened opened) throws IOException {
    return of(path, new OpenedRows(opened.format().description(), opened.vectors()));
  }

  private static Diagnosis of(Path path, TolerantRows source) throws IOException {
    Diagnosis diagnosis = new Diagnosis(path, source);
    diagnosis.diagnose();
    return diagnosis;
  }

  private static TolerantRows source(Path path, @Nullable Path vocabulary, Arena arena)
      throws IOException {
    try (ByteReader in = ByteReader.open(path)) {
      if (in.kind() == FileKind.ROWS) {
        RowLayout rows = RowLayout.of(in, vocabulary != null);
        if (rows instanceof RowLayout.Binary binary) {
          return TolerantBinary.of(in, binary.header());
        }
        if (!rows.isWordless()) {
          return TolerantText.of(path, ((RowLayout.Text) rows).layout());
        }
      }
    }
    VectorFormat.Opened opened = FormatDetector.openWhole(path, vocabulary, arena);
    return new OpenedRows(opened.format().description(), opened.vectors());
  }

  private void diagnose() throws IOException {
    source.forEach(this::diagnose, problems);
    boolean[] again = problems.duplicates(builder.build());
    for (int row = 0; row < rows; row++) {
      if (again[row]) {
        left.set(row);
      }
    }
    problems.norms(norms, rows);
  }

  private void diagnose(byte[] word, float[] values) throws IOException {
    if (rows == Integer.MAX_VALUE - 16) {
      throw new VectorFormatException(path, "has more rows than can be read");
    }
    double square = 0;
    boolean huge = false;
    for (float value : values) {
      square += (double) value * value;
      huge |= BinaryRow.isHuge(Float.floatToRawIntBits(value));
    }
    boolean kept = problems.word(word, rows + 1L);
    if (!Double.isFinite(square)) {
      problems.add(ProblemKind.NOT_FINITE, ProblemCollector.place(rows + 1L, word));
      kept = false;
    } else if (square == 0) {
      problems.add(ProblemKind.ZERO_ROW, ProblemCollector.place(rows + 1L, word));
      kept = false;
    } else if (huge) {
      problems.add(ProblemKind.HUGE_VALUE, ProblemCollector.place(rows + 1L, word));
    }
    left.set(rows, !kept);
    if (rows == norms.length) {
      norms = Arrays.copyOf(norms, (int) Math.min(2L * rows, Integer.MAX_VALUE - 16));
    }
    norms[rows++] = (float) Math.sqrt(square);
    byte[] name = ProblemCollector.joined(word);
    try {
      builder.add(name, 0, name.length);
    } catch (IllegalStateException tooLong) {
      throw new VectorFormatException(path, "all its words together exceed 2 GiB");
    }
  }

  /** Returns the format of the file, for messages. */
  public String format() {
    return source.format();
  }

  /** Returns the number of readable rows, including those with problems. */
  public int rows() {
    return rows;
  }

  /** Returns the length of a vector. */
  public int dimensions() {
    return source.dimensions();
  }

  /** Returns the problems; empty if there are none. */
  public List<Problem> problems() {
    return problems.list();
  }

  /**
   * Returns the rows of a repaired copy.
   *
   * @param arena owns the rows
   * @throws VectorFormatException if no row can be kept
   * @throws IOException if the file cannot be read again, or the rows do not fit in memory
   */
  public WordVectors repaired(Arena arena) throws IOException {
    int kept = rows - left.cardinality();
    if (kept == 0) {
      throw new VectorFormatException(path, "has no row that can be kept");
    }
    Matrix matrix = new ModelMemory(path).allocate(arena, kept, dimensions());
    Copy copy = new Copy(matrix);
    source.forEach(copy::take, new ProblemCollector());
    return new WordVectors(copy.words.build(), matrix);
  }

  private final class Copy {
    private final Matrix matrix;
    private final WordList.Builder words = new WordList.Builder();
    private int row;

    Copy(Matrix matrix) {
      this.matrix = matrix;
    }

    void take(byte[] word, float[] values) {
      if (!left.get(row++) && words.size() < matrix.rows()) {
        matrix.setRow(words.size(), values);
        byte[] name = ProblemCollector.joined(word);
        words.add(name, 0, name.length);
      }
    }
  }
}
