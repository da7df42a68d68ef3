package org.wordvec.vectors.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.FloatRows;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.output.OutputFile;
import org.wordvec.vectors.reading.FileKind;
import org.wordvec.vectors.reading.MappedBytes;

/**
 * The tensors of a safetensors file, by name: a header in JSON, then the values of all tensors,
 * little-endian. What is read is valid as long as the arena that the file was opened with.
 */
public final class TensorFile {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int ALIGNMENT = 64;

  private final MappedBytes in;
  private final TensorHeader.Parsed header;
  private final long data;

  private TensorFile(MappedBytes in, TensorHeader.Parsed header) {
    this.in = in;
    this.header = header;
    this.data = in.offset();
  }

  /** Writes the values of a tensor, little-endian. */
  @FunctionalInterface
  public interface Values {
    /** Writes all values. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /**
   * A tensor to be written.
   *
   * @param name unlike that of the others
   * @param type {@code F32}, {@code F16}, {@code I32} or {@code U8}
   * @param shape sizes of its dimensions
   * @param values writes its values
   */
  public record Tensor(String name, String type, List<Long> shape, Values values) {
    private long bytes() {
      long values = 1;
      for (long size : shape) {
        values = Math.multiplyExact(values, size);
      }
      return values
          * switch (type) {
            case "F32", "I32" -> 4;
            case "F16" -> 2;
            case "U8" -> 1;
            default -> throw new IllegalArgumentException("tensors of type " + type);
          };
    }
  }

  /**
   * Opens a file.
   *
   * @param arena owns the mapping; must be shared if several threads read
   * @throws VectorFormatException if it has no valid header
   */
  public static TensorFile open(Path path, Arena arena) throws IOException {
    return open(MappedBytes.open(path, arena));
  }

  static TensorFile open(MappedBytes in) throws IOException {
    long length = in.nextLong("the header's length");
    if (length < 2 || length > FileKind.LONGEST_SAFETENSORS_HEADER) {
      throw in.before(8, "a header of " + Long.toUnsignedString(length) + " bytes");
    }
    return new TensorFile(in, TensorHeader.parse(in.next(length, "the header"), in.path()));
  }

  /** Writes a file, whole or not at all. */
  public static void write(Path path, Map<String, String> metadata, List<Tensor> tensors)
      throws IOException {
    OutputFile.write(
        path,
        stream -> {
          writeHeader(metadata, tensors, stream);
          for (Tensor tensor : tensors) {
            tensor.values().writeTo(stream);
          }
        });
  }

  static void writeHeader(Map<String, String> metadata, List<Tensor> tensors, OutputStream stream)
      throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(TensorHeader.METADATA);
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
          json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
      }
      long begin = 0;
      for (Tensor tensor : tensors) {
        long end = Math.addExact(begin, tensor.bytes());
        json.writeObjectFieldStart(tensor.name());
        json.writeStringField("dtype", tensor.type());
        json.writeArrayFieldStart("shape");
        for (long size : tensor.shape()) {
          json.writeNumber(size);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("data_offsets");
        json.writeNumber(begin);
        json.writeNumber(end);
        json.writeEndArray();
        json.writeEndObject();
        begin = end;
      }
      json.writeEndObject();
    }
    while ((Long.BYTES + text.size()) % ALIGNMENT != 0) {
      text.write(' ');
    }
    stream.write(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.size())
            .array());
    text.writeTo(stream);
  }

  /** Returns the name of the file. */
  public Path path() {
    return in.path();
  }

  /** Returns the texts of the header, by name. */
  public Map<String, String> metadata() {
    return header.metadata();
  }

  /** Returns whether there is a tensor of a name. */
  public boolean has(String name) {
    return header.tensors().containsKey(name);
  }

  /** Returns the names of the tensors with two dimensions. */
  List<String> tables() {
    return header.tensors().entrySet().stream()
        .filter(tensor -> tensor.getValue().shape().size() == 2)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Returns the rows of a tensor {@code [rows, columns]}; those of another type than F32 are read
   * into memory as float32.
   *
   * @param arena owns what is read into memory
   * @throws VectorFormatException if it is missing, cut off, of another shape or holds no floats
   */
  public FloatRows rows(String name, Arena arena) throws IOException {
    TensorHeader tensor = tensor(name);
    ValueType type = tensor.valueType(name, in.path());
    if (tensor.shape().size() != 2) {
      throw new VectorFormatException(
          in.path(), "tensor \"%s\" has no rows and columns".formatted(name));
    }
    long rows = tensor.shape().get(0);
    long columns = tensor.shape().get(1);
    long bytes = tensor.end() - tensor.begin();
    ArrayShape.check(in, rows, columns, type.bytes(), bytes);
    requireBytes(name, rows * columns * type.bytes(), bytes);
    return type.rows(in, arena, data + tensor.begin(), (int) rows, (int) columns);
  }

  /**
   * Returns the values of a tensor where they are in the file.
   *
   * @param type that it must have
   * @param bytes that it must take
   * @throws VectorFormatException if it is missing, cut off, or not as expected
   */
  public MemorySegment values(String name, String type, long bytes) throws IOException {
    TensorHeader tensor = tensor(name);
    if (!tensor.type().equals(type)) {
      throw new VectorFormatException(
          in.path(), "tensor \"%s\" is of type %s, not %s".formatted(name, tensor.type(), type));
    }
    requireBytes(name, bytes, tensor.end() - tensor.begin());
    return in.bytes().asSlice(data + tensor.begin(), bytes);
  }

  /** Returns the sizes of the dimensions of a tensor. */
  public List<Long> shape(String name) throws VectorFormatException {
    return tensor(name).shape();
  }

  private void requireBytes(String name, long wanted, long found) throws VectorFormatException {
    if (wanted != found) {
      throw new VectorFormatException(
          in.path(),
          String.format(
              Locale.ROOT, "tensor \"%s\" takes %d bytes, not what its shape tells", name, found));
    }
  }

  /**
   * Returns the words of a tensor of bytes, each with a newline after it.
   *
   * @param rows expected number of words
   * @throws VectorFormatException if there are more or fewer
   */
  public WordList words(String name, long rows) throws IOException {
    TensorHeader tensor = tensor(name);
    long bytes = tensor.end() - tensor.begin();
    values(name, "U8", bytes);
    WordList words = WordLines.read(in.copy(data + tensor.begin(), bytes), in.path());
    if (words.size() != rows) {
      throw new VectorFormatException(
          in.path(), String.format(Locale.ROOT, "has %d words and %d rows", words.size(), rows));
    }
    return words;
  }

  /** Returns a tensor of words that {@link #words} reads. */
  public static Tensor words(String name, WordList words) {
    long bytes = words.size();
    for (int id = 0; id < words.size(); id++) {
      bytes += words.length(id);
    }
    return new Tensor(name, "U8", List.of(bytes), out -> VocabularyFile.write(words, out));
  }

  private TensorHeader tensor(String name) throws VectorFormatException {
    @Nullable TensorHeader tensor = header.tensors().get(name);
    if (tensor == null
        || tensor.begin() < 0
        || tensor.end() < tensor.begin()
        || tensor.end() > in.size() - data) {
      throw new VectorFormatException(
          in.path(),
          String.format(
              Locale.ROOT,
              "tensor \"%s\" is not within the %d bytes behind the header; the file is cut off",
              name,
              in.size() - data));
    }
    return tensor;
  }
}
