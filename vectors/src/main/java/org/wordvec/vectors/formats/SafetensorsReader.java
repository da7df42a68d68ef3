package org.wordvec.vectors.formats;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordvec.compute.FloatRows;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.reading.FileKind;
import org.wordvec.vectors.reading.MappedBytes;

/**
 * Opens safetensors files: the tensor {@code vectors}, or else the only two-dimensional one, and
 * the words in a tensor {@code words} or in a file beside it.
 */
final class SafetensorsReader {
  private final MappedBytes in;
  private final Map<String, TensorHeader> tensors;
  private final long data;

  private SafetensorsReader(MappedBytes in, Map<String, TensorHeader> tensors) {
    this.in = in;
    this.tensors = tensors;
    this.data = in.offset();
  }

  static VectorFormat.Opened read(MappedBytes in, @Nullable Path vocabulary, Arena arena)
      throws IOException {
    long length = in.nextLong("the header's length");
    if (length < 2 || length > FileKind.LONGEST_SAFETENSORS_HEADER) {
      throw in.before(8, "a header of " + Long.toUnsignedString(length) + " bytes");
    }
    Map<String, TensorHeader> tensors =
        TensorHeader.parse(in.next(length, "the header"), in.path());
    return new SafetensorsReader(in, tensors).open(vocabulary, arena);
  }

  private VectorFormat.Opened open(@Nullable Path vocabulary, Arena arena) throws IOException {
    String name = vectors();
    TensorHeader tensor = tensor(name);
    ValueType type = tensor.valueType(name, in.path());
    long rows = tensor.shape().get(0);
    long columns = tensor.shape().get(1);
    long bytes = tensor.end() - tensor.begin();
    ArrayShape.check(in, rows, columns, type.bytes(), bytes);
    if (rows * columns * type.bytes() != bytes) {
      throw new VectorFormatException(
          in.path(),
          String.format(
              Locale.ROOT, "tensor \"%s\" takes %d bytes, not what its shape tells", name, bytes));
    }
    WordList words =
        vocabulary == null && tensors.containsKey(Safetensors.WORDS)
            ? words(rows)
            : VocabularyFile.find(in.path(), vocabulary).read(rows);
    FloatRows values = type.rows(in, arena, data + tensor.begin(), (int) rows, (int) columns);
    return new VectorFormat.Opened(new Safetensors(), new WordVectors(words, values));
  }

  private String vectors() throws VectorFormatException {
    List<String> tables =
        tensors.entrySet().stream()
            .filter(tensor -> tensor.getValue().shape().size() == 2)
            .map(Map.Entry::getKey)
            .toList();
    if (tables.contains(Safetensors.VECTORS)) {
      return Safetensors.VECTORS;
    }
    if (tables.size() != 1) {
      throw new VectorFormatException(
          in.path(),
          String.format(
              Locale.ROOT,
              "expected a tensor \"%s\" or a single two-dimensional one, found %d",
              Safetensors.VECTORS,
              tables.size()));
    }
    return tables.getFirst();
  }

  private WordList words(long rows) throws IOException {
    TensorHeader tensor = tensor(Safetensors.WORDS);
    if (!tensor.type().equals("U8")) {
      throw new VectorFormatException(
          in.path(), "tensor \"words\" is of type %s, not U8".formatted(tensor.type()));
    }
    WordList words =
        WordLines.read(in.copy(data + tensor.begin(), tensor.end() - tensor.begin()), in.path());
    if (words.size() != rows) {
      throw new VectorFormatException(
          in.path(), String.format(Locale.ROOT, "has %d words and %d rows", words.size(), rows));
    }
    return words;
  }

  private TensorHeader tensor(String name) throws VectorFormatException {
    TensorHeader tensor = tensors.get(name);
    if (tensor == null
        || tensor.begin() < 0
        || tensor.end() < tensor.begin()
        || tensor.end() > in.remaining()) {
      throw new VectorFormatException(
          in.path(),
          String.format(
              Locale.ROOT,
              "tensor \"%s\" is not within the %d bytes behind the header; the file is cut off",
              name,
              in.remaining()));
    }
    return tensor;
  }
}
