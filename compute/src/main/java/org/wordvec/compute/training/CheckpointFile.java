package org.wordvec.compute.training;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.wordvec.compute.NamedChannel;

/** The bytes of a {@link Checkpoint}. */
final class CheckpointFile {
  private static final byte[] MARK = "wordvec ckpt 1\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK = 8 << 20;
  private static final int LONGEST_HEADER = 64 << 20;

  private final Path path;
  private final NamedChannel channel;

  private CheckpointFile(Path path, NamedChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Writes a new file and forces it to the disk. */
  static void write(Path path, Checkpoint checkpoint, List<TrainingState.Part> parts)
      throws IOException {
    try (NamedChannel channel =
        NamedChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      CheckpointFile file = new CheckpointFile(path, channel);
      file.writeHeader(
          new CheckpointHeader(
              checkpoint, parts.stream().map(CheckpointHeader.Shape::of).toList()));
      for (TrainingState.Part part : parts) {
        file.writeRows(rows(part));
      }
      channel.force();
    }
  }

  private void writeHeader(CheckpointHeader header) throws IOException {
    byte[] text = header.text().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = buffer(MARK.length + 2 * Long.BYTES + text.length);
    bytes.put(MARK).putLong(text.length).put(text).putLong(checksum(ByteBuffer.wrap(text)));
    channel.write(bytes.flip());
  }

  private void writeRows(MemorySegment rows) throws IOException {
    CRC32C checksum = new CRC32C();
    for (long at = 0; at < rows.byteSize(); at += CHUNK) {
      ByteBuffer chunk = chunk(rows, at);
      checksum.update(chunk.duplicate());
      channel.write(chunk);
    }
    channel.write(buffer(Long.BYTES).putLong(checksum.getValue()).flip());
  }

  /**
   * Reads what a file holds besides the matrices, and finds out whether it is whole.
   *
   * @throws IOException saying what is wrong with it
   */
  static Checkpoint verify(Path path) throws IOException {
    try (NamedChannel channel = NamedChannel.open(path, StandardOpenOption.READ)) {
      CheckpointFile file = new CheckpointFile(path, channel);
      CheckpointHeader header = file.readHeader();
      ByteBuffer chunk = ByteBuffer.allocateDirect((int) Math.min(CHUNK, channel.size()));
      for (CheckpointHeader.Shape shape : header.shapes()) {
        CRC32C checksum = new CRC32C();
        for (long left = shape.bytes(); left > 0; left -= chunk.limit()) {
          file.readAll(chunk.clear().limit((int) Math.min(chunk.capacity(), left)));
          checksum.update(chunk.flip());
        }
        file.compare(checksum, shape.name());
      }
      return header.checkpoint();
    }
  }

  /**
   * Reads the matrices of a file.
   *
   * @throws IOException if they are damaged or of other shapes
   */
  static void load(Path path, List<TrainingState.Part> parts) throws IOException {
    try (NamedChannel channel = NamedChannel.open(path, StandardOpenOption.READ)) {
      CheckpointFile file = new CheckpointFile(path, channel);
      List<CheckpointHeader.Shape> shapes = file.readHeader().shapes();
      List<CheckpointHeader.Shape> wanted = parts.stream().map(CheckpointHeader.Shape::of).toList();
      if (!shapes.equals(wanted)) {
        throw new IOException(path + ": holds " + shapes + ", but the model has " + wanted);
      }
      for (TrainingState.Part part : parts) {
        MemorySegment rows = rows(part);
        CRC32C checksum = new CRC32C();
        for (long at = 0; at < rows.byteSize(); at += CHUNK) {
          ByteBuffer chunk = chunk(rows, at);
          file.readAll(chunk);
          checksum.update(chunk.flip());
        }
        file.compare(checksum, part.name());
      }
    }
  }

  private CheckpointHeader readHeader() throws IOException {
    ByteBuffer start = buffer(MARK.length + Long.BYTES);
    readAll(start);
    byte[] mark = new byte[MARK.length];
    start.flip().get(mark);
    long length = start.getLong();
    if (!java.util.Arrays.equals(mark, MARK)) {
      throw new IOException(path + ": does not begin as a checkpoint of this version does");
    }
    if (length < 0 || length > Math.min(LONGEST_HEADER, channel.size())) {
      throw new IOException(path + ": byte 16: a header of " + length + " bytes");
    }
    ByteBuffer text = ByteBuffer.allocate((int) length);
    readAll(text);
    ByteBuffer checksum = buffer(Long.BYTES);
    readAll(checksum);
    if (checksum.flip().getLong() != checksum(text.flip())) {
      throw new IOException(path + ": the header is damaged");
    }
    try {
      CheckpointHeader header =
          CheckpointHeader.parse(StandardCharsets.UTF_8.decode(text.rewind()).toString());
      long size = channel.position();
      for (CheckpointHeader.Shape shape : header.shapes()) {
        size += shape.bytes() + Long.BYTES;
      }
      if (channel.size() != size) {
        throw new IOException(
            String.format(Locale.ROOT, "%s: has %,d bytes, not %,d", path, channel.size(), size));
      }
      return header;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException(path + ": the header makes no sense: " + e.getMessage(), e);
    }
  }

  private void compare(CRC32C found, String part) throws IOException {
    ByteBuffer stored = buffer(Long.BYTES);
    readAll(stored);
    if (stored.flip().getLong() != found.getValue()) {
      throw new IOException(path + ": the " + part + " are damaged");
    }
  }

  private void readAll(ByteBuffer target) throws IOException {
    while (target.hasRemaining()) {
      if (channel.read(target) < 0) {
        throw new IOException(path + ": ends too early");
      }
    }
  }

  private static MemorySegment rows(TrainingState.Part part) {
    return part.matrix().segment().asSlice(0, part.matrix().rows() * part.matrix().rowBytes());
  }

  private static ByteBuffer chunk(MemorySegment rows, long at) {
    return rows.asSlice(at, Math.min(CHUNK, rows.byteSize() - at)).asByteBuffer();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long checksum(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return checksum.getValue();
  }
}
