package org.wordvec.spark.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.wordvec.compute.Matrix;

/**
 * Stores the model of a round in a folder: one file for each {@value #ROWS} rows of each matrix,
 * float32 little-endian without padding, then a CRC-32C. A file replaces an older one as a whole.
 * The checksums are our own because not every file system has some, and those of Hadoop's local one
 * are separate files that get lost.
 */
public final class ModelStore {
  /** Rows of a file: few enough for many executors to share the writing. */
  private static final int ROWS = 1 << 16;

  private static final ValueLayout.OfFloat VALUE =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int ROWS_AT_ONCE = 1 << 10;
  private static final Pattern NAME = Pattern.compile("round-(\\d{1,9})");

  private final Configuration configuration;
  private final Path folder;
  private final int round;

  /** Creates the store of a round in a folder of rounds. */
  public ModelStore(Configuration configuration, String folder, int round) {
    this.configuration = configuration;
    this.round = round;
    this.folder = new Path(folder, String.format(Locale.ROOT, "round-%06d", round));
  }

  Path folder() {
    return folder;
  }

  /** Returns the round whose model has a folder of this name. */
  static Optional<Integer> round(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  /** Returns the number of files of a matrix with this number of rows. */
  public static int files(long rows) {
    return Math.toIntExact((rows + ROWS - 1) / ROWS);
  }

  private Path file(int matrix, int number) {
    return new Path(folder, String.format(Locale.ROOT, "matrix-%d-%05d", matrix, number));
  }

  private FileSystem system() throws IOException {
    return folder.getFileSystem(configuration);
  }

  /**
   * Writes one of a matrix's files.
   *
   * @param index number of the matrix
   * @param number of the file
   */
  public void write(Matrix matrix, int index, int number) throws IOException {
    FileSystem system = system();
    Path target = file(index, number);
    Path beside = target.suffix("." + Long.toHexString(System.nanoTime()));
    int first = number * ROWS;
    int end = Math.min(matrix.rows(), first + ROWS);
    byte[] bytes = new byte[ROWS_AT_ONCE * matrix.dimensions() * Float.BYTES];
    CRC32C checksum = checksum(matrix, index, number);
    try (DataOutputStream out = new DataOutputStream(system.create(beside, true))) {
      for (int row = first; row < end; row += ROWS_AT_ONCE) {
        int count = Math.min(ROWS_AT_ONCE, end - row);
        MemorySegment packed = MemorySegment.ofArray(bytes);
        for (int i = 0; i < count; i++) {
          MemorySegment.copy(
              matrix.segment(),
              ValueLayout.JAVA_FLOAT,
              (row + i) * matrix.rowBytes(),
              packed,
              VALUE,
              (long) i * matrix.dimensions() * Float.BYTES,
              matrix.dimensions());
        }
        int length = count * matrix.dimensions() * Float.BYTES;
        checksum.update(bytes, 0, length);
        out.write(bytes, 0, length);
      }
      out.writeInt((int) checksum.getValue());
    }
    system.delete(target, false);
    if (!system.rename(beside, target)) {
      throw new IOException(target + ": cannot be written");
    }
  }

  /** Returns a checksum that covers the file's place, so that no file passes for another. */
  private CRC32C checksum(Matrix matrix, int index, int number) {
    CRC32C checksum = new CRC32C();
    String place =
        String.format(
            Locale.ROOT,
            "%d %d %d %d %d",
            round,
            index,
            number,
            matrix.rows(),
            matrix.dimensions());
    checksum.update(place.getBytes(UTF_8));
    return checksum;
  }

  /** Writes all files of all matrices. */
  public void write(List<Matrix> matrices) throws IOException {
    for (int index = 0; index < matrices.size(); index++) {
      for (int number = 0; number < files(matrices.get(index).rows()); number++) {
        write(matrices.get(index), index, number);
      }
    }
  }

  /**
   * Fills matrices of the same shapes.
   *
   * @throws DamagedRoundException if a file is not as it was written
   */
  public void read(List<Matrix> matrices) throws IOException {
    for (int index = 0; index < matrices.size(); index++) {
      for (int number = 0; number < files(matrices.get(index).rows()); number++) {
        read(matrices.get(index), index, number);
      }
    }
  }

  private void read(Matrix matrix, int index, int number) throws IOException {
    Path path = file(index, number);
    int first = number * ROWS;
    int end = Math.min(matrix.rows(), first + ROWS);
    byte[] bytes = new byte[ROWS_AT_ONCE * matrix.dimensions() * Float.BYTES];
    CRC32C checksum = checksum(matrix, index, number);
    try (DataInputStream in = new DataInputStream(system().open(path))) {
      for (int row = first; row < end; row += ROWS_AT_ONCE) {
        int count = Math.min(ROWS_AT_ONCE, end - row);
        int length = count * matrix.dimensions() * Float.BYTES;
        in.readFully(bytes, 0, length);
        checksum.update(bytes, 0, length);
        MemorySegment packed = MemorySegment.ofArray(bytes);
        for (int i = 0; i < count; i++) {
          MemorySegment.copy(
              packed,
              VALUE,
              (long) i * matrix.dimensions() * Float.BYTES,
              matrix.segment(),
              ValueLayout.JAVA_FLOAT,
              (row + i) * matrix.rowBytes(),
              matrix.dimensions());
        }
      }
      if (in.readInt() != (int) checksum.getValue()) {
        throw new DamagedRoundException(
            path + ": is damaged: its checksum is not that of its values");
      }
      if (in.read() >= 0) {
        throw new DamagedRoundException(path + ": is longer than the rows that it should hold");
      }
    } catch (EOFException e) {
      throw new DamagedRoundException(path + ": is cut off", e);
    } catch (FileNotFoundException e) {
      throw new DamagedRoundException(path + ": is missing", e);
    } catch (ChecksumException e) {
      throw new DamagedRoundException(path + ": is damaged, as its checksum shows", e);
    }
  }

  /** Removes all files. */
  void delete() throws IOException {
    system().delete(folder, true);
  }
}
