package org.wordvec.senses.files;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wordvec.compute.FloatRows;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.words.WordList;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.SenseTable;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.senses.induction.SenseSettings;
import org.wordvec.senses.induction.SenseTree;
import org.wordvec.senses.induction.TreeTable;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.TensorFile;

/**
 * The file beside the vectors of senses, {@code NAME.senses}: a {@linkplain TensorFile safetensors}
 * file with all that a sense is chosen by, so that choosing one from the file gives what the
 * training chose, to the last bit. Its tensors, for V words of D dimensions:
 *
 * <ul>
 *   <li>{@code words}, U8: the words without senses, a newline after each
 *   <li>{@code contexts}, F32 {@code [V, D]}: their whitened vectors, and {@code weights}, F32
 *       {@code [V, 1]}, in a sum: see {@link ContextSpace}
 *   <li>{@code clusters}, I32 {@code [L, 2]}: a word and the cluster that this one was divided
 *       from; {@code separations}, F32 {@code [L, 2]}: that of the division, and the cluster's
 *       share; {@code means}, F16 {@code [L, 3D]}: see {@link SenseTree}
 *   <li>{@code senses}, I32 {@code [S, 2]}: a word and the cluster of its first, second ... sense;
 *       {@code shares}, F32 {@code [S, 1]}: that of the sense in the corpus
 * </ul>
 */
public final class SenseFile {
  private static final String EXTENSION = ".senses";
  private static final String FORMAT = "wordvec senses 1";
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private SenseFile() {}

  /** Returns the file beside a file of vectors. */
  public static Path beside(Path vectors) {
    return vectors.resolveSibling(vectors.getFileName() + EXTENSION);
  }

  /**
   * Writes an inventory, whole or not at all.
   *
   * @param vectors that it belongs to
   */
  public static void write(SenseInventory inventory, WordVectors vectors, Path path)
      throws IOException {
    int words = inventory.words().size();
    ContextSpace space = inventory.space();
    TreeTable trees = inventory.trees();
    SenseTable senses = inventory.senses();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", FORMAT);
    metadata.put("maximum_senses", String.valueOf(inventory.settings().maximumSenses()));
    metadata.put("concentration", String.valueOf(inventory.settings().concentration()));
    metadata.put("minimum_share", String.valueOf(inventory.settings().minimumShare()));
    metadata.put("signature", Signature.of(vectors).toString());
    Matrix contexts = space.vectors();
    float[] weights = space.weights();
    TensorFile.write(
        path,
        metadata,
        List.of(
            tensor(
                "contexts",
                "F32",
                words,
                contexts.dimensions(),
                (row, out) -> {
                  for (float value : contexts.row(row)) {
                    out.putFloat(value);
                  }
                }),
            tensor("weights", "F32", words, 1, (row, out) -> out.putFloat(weights[row])),
            tensor(
                "clusters",
                "I32",
                trees.rows(),
                2,
                (row, out) -> out.putInt(trees.words()[row]).putInt(trees.parents()[row])),
            tensor(
                "separations",
                "F32",
                trees.rows(),
                2,
                (row, out) -> out.putFloat(trees.separations()[row]).putFloat(trees.shares()[row])),
            tensor(
                "senses",
                "I32",
                senses.words().length,
                2,
                (row, out) -> out.putInt(senses.words()[row]).putInt(senses.clusters()[row])),
            tensor(
                "shares",
                "F32",
                senses.words().length,
                1,
                (row, out) -> out.putFloat(senses.shares()[row])),
            tensor(
                "means",
                "F16",
                trees.rows(),
                space.features(),
                (row, out) -> {
                  for (float value : trees.means().apply(row)) {
                    out.putShort(Float.floatToFloat16(value));
                  }
                }),
            TensorFile.words("words", inventory.words())));
  }

  @FunctionalInterface
  private interface RowWriter {
    void put(int row, ByteBuffer out);
  }

  private static TensorFile.Tensor tensor(
      String name, String type, int rows, int columns, RowWriter writer) {
    return new TensorFile.Tensor(
        name,
        type,
        List.of((long) rows, (long) columns),
        out -> write(rows, columns * ("F16".equals(type) ? 2 : 4), writer, out));
  }

  private static void write(int rows, int rowBytes, RowWriter writer, OutputStream out)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(rowBytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < rows; row++) {
      buffer.clear();
      writer.put(row, buffer);
      out.write(buffer.array());
    }
  }

  /**
   * Opens the file beside vectors of senses.
   *
   * @param vectors that it must belong to
   * @param arena owns the mapping; must be shared if several threads read
   * @throws VectorFormatException if it is no such file, is damaged or belongs to other vectors
   */
  public static SenseInventory open(Path path, WordVectors vectors, Arena arena)
      throws IOException {
    TensorFile file = TensorFile.open(path, arena);
    SenseInventory inventory = open(file, arena);
    int[] words = inventory.senses().words();
    int sense = 0;
    int several = 0;
    for (int row = 0; row < words.length; row++) {
      sense = row > 0 && words[row] == words[row - 1] ? sense + 1 : 0;
      several += sense == 0 ? 1 : 0;
      if (vectors.words().indexOf(inventory.name(words[row], sense)) < 0) {
        throw other(path, "there is no " + inventory.name(words[row], sense));
      }
    }
    int rows = inventory.words().size() - several + words.length;
    if (rows != vectors.size()) {
      throw other(path, "there are " + vectors.size() + " vectors, not " + rows);
    }
    String signature = file.metadata().getOrDefault("signature", "");
    Signature.parse(signature, path).requireEqual(Signature.of(vectors), path);
    return inventory;
  }

  static VectorFormatException other(Path path, String reason) {
    return new VectorFormatException(
        path,
        "belongs to other vectors than those beside it: "
            + reason
            + "; if the vectors were replaced, remove it");
  }

  /** Opens a file without the vectors. */
  public static SenseInventory open(Path path, Arena arena) throws IOException {
    return open(TensorFile.open(path, arena), arena);
  }

  private static SenseInventory open(TensorFile file, Arena arena) throws IOException {
    Path path = file.path();
    String format = file.metadata().get("format");
    if (!FORMAT.equals(format)) {
      throw new VectorFormatException(
          path, "is not a file of senses: its format is \"%s\"".formatted(format));
    }
    FloatRows contexts = file.rows("contexts", arena);
    int words = contexts.rows();
    Matrix vectors = Matrix.allocate(arena, words, contexts.dimensions());
    float[] context = new float[contexts.dimensions()];
    for (int word = 0; word < words; word++) {
      contexts.copyRow(word, context, 0);
      for (float value : context) {
        requireFinite(file, "contexts", word, value);
      }
      vectors.setRow(word, context);
    }
    WordList names = file.words("words", words);
    ContextSpace space = new ContextSpace(vectors, floats(file, "weights", words, 1, 0));
    int clusters = rows(file, "clusters", 2);
    long meanBytes = 2L * clusters * space.features();
    MemorySegment means = file.values("means", "F16", meanBytes);
    TreeTable table =
        new TreeTable(
            ints(file, "clusters", clusters, 2, 0),
            ints(file, "clusters", clusters, 2, 1),
            floats(file, "separations", clusters, 2, 0),
            floats(file, "separations", clusters, 2, 1),
            row -> mean(means, row, space.features()));
    int senses = rows(file, "senses", 2);
    SenseTable ranks =
        new SenseTable(
            ints(file, "senses", senses, 2, 0),
            ints(file, "senses", senses, 2, 1),
            floats(file, "shares", senses, 1, 0));
    requireOrder(path, table.words(), words);
    requireOrder(path, ranks.words(), words);
    requireTrees(path, table, ranks);
    return new SenseInventory(names, space, settings(file), table, ranks);
  }

  private static void requireOrder(Path path, int[] rows, int words) throws VectorFormatException {
    int before = 0;
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] < before || rows[row] >= words) {
        throw new VectorFormatException(
            path, "row " + (row + 1) + " of its tables belongs to no word; it is damaged");
      }
      before = rows[row];
    }
  }

  /** Checks all that the tables say of each other; means are read when they are needed. */
  private static void requireTrees(Path path, TreeTable table, SenseTable ranks)
      throws VectorFormatException {
    float[] none = {};
    TreeTable steps =
        new TreeTable(
            table.words(), table.parents(), table.separations(), table.shares(), row -> none);
    try {
      for (int row = 0; row < table.rows(); row++) {
        if (row == 0 || table.words()[row] != table.words()[row - 1]) {
          steps.tree(table.words()[row]);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new VectorFormatException(path, e.getMessage() + "; it is damaged");
    }
    for (int row = 0; row < ranks.words().length; row++) {
      int word = ranks.words()[row];
      int[] clusters = ranks.clusters(word);
      SenseTree tree = steps.tree(word);
      if (tree == null
          || tree.size() < clusters.length
          || !Arrays.equals(Arrays.stream(clusters).sorted().toArray(), upTo(clusters.length))
          || !(ranks.shares()[row] >= 0 && ranks.shares()[row] <= 1)) {
        throw new VectorFormatException(
            path, "sense " + (row + 1) + " is none of the clusters of its word; it is damaged");
      }
    }
  }

  private static int[] upTo(int end) {
    return IntStream.range(0, end).toArray();
  }

  private static void requireFinite(TensorFile file, String name, int row, float value)
      throws VectorFormatException {
    if (!Float.isFinite(value)) {
      throw new VectorFormatException(
          file.path(),
          "row "
              + (row + 1)
              + " of tensor \""
              + name
              + "\" has "
              + value
              + ", not a finite number");
    }
  }

  private static SenseSettings settings(TensorFile file) throws VectorFormatException {
    Map<String, String> texts = file.metadata();
    try {
      return new SenseSettings(
          Integer.parseInt(texts.getOrDefault("maximum_senses", "")),
          Double.parseDouble(texts.getOrDefault("concentration", "")),
          Double.parseDouble(texts.getOrDefault("minimum_share", "")));
    } catch (IllegalArgumentException e) {
      throw new VectorFormatException(file.path(), "its settings are damaged: " + e.getMessage());
    }
  }

  private static int rows(TensorFile file, String name, int columns) throws VectorFormatException {
    List<Long> shape = file.shape(name);
    if (shape.size() != 2 || shape.get(1) != columns || shape.get(0) > Integer.MAX_VALUE) {
      throw new VectorFormatException(
          file.path(), "tensor \"%s\" has the shape %s".formatted(name, shape));
    }
    return Math.toIntExact(shape.get(0));
  }

  private static int[] ints(TensorFile file, String name, int rows, int columns, int column)
      throws IOException {
    MemorySegment values = file.values(name, "I32", 4L * rows * columns);
    int[] read = new int[rows];
    for (int row = 0; row < rows; row++) {
      read[row] = values.get(INT, 4L * ((long) row * columns + column));
    }
    return read;
  }

  private static float[] floats(TensorFile file, String name, int rows, int columns, int column)
      throws IOException {
    MemorySegment values = file.values(name, "F32", 4L * rows * columns);
    float[] read = new float[rows];
    for (int row = 0; row < rows; row++) {
      read[row] = values.get(FLOAT, 4L * ((long) row * columns + column));
      requireFinite(file, name, row, read[row]);
    }
    return read;
  }

  private static float[] mean(MemorySegment means, int row, int features) {
    float[] mean = new float[features];
    for (int i = 0; i < features; i++) {
      mean[i] = Float.float16ToFloat(means.get(SHORT, 2L * ((long) row * features + i)));
    }
    return mean;
  }
}
