package org.wordvec.spark.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.wordvec.corpora.text.CorpusException;

/** Reads a column of a Parquet file as text, one value a line; nulls are skipped. */
final class ParquetLines extends InputStream {
  private final ParquetReader<Group> reader;
  private byte[] line = new byte[0];
  private int at;

  private ParquetLines(ParquetReader<Group> reader) {
    this.reader = reader;
  }

  /** Reads one column alone. */
  private static final class OneColumn extends GroupReadSupport {
    private final MessageType schema;

    OneColumn(MessageType schema) {
      this.schema = schema;
    }

    @Override
    public ReadSupport.ReadContext init(InitContext context) {
      return new ReadSupport.ReadContext(schema);
    }
  }

  /**
   * Opens the row groups of a split.
   *
   * @throws CorpusException if the file is not a Parquet file, or has no such column of text
   */
  static InputStream open(TextSplit split, String column, Configuration configuration)
      throws IOException {
    Path path = new Path(split.path());
    MessageType schema = schema(path, column, configuration);
    return new ParquetLines(
        ParquetReader.builder(new OneColumn(schema), path)
            .withConf(configuration)
            .withFileRange(split.start(), split.end())
            .build());
  }

  private static MessageType schema(Path path, String column, Configuration configuration)
      throws IOException {
    MessageType whole;
    try (ParquetFileReader file =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, configuration))) {
      whole = file.getFileMetaData().getSchema();
    } catch (RuntimeException e) {
      throw new CorpusException(path + ": not a Parquet file: " + e.getMessage(), e);
    }
    if (!whole.containsField(column)) {
      List<String> names = whole.getFields().stream().map(Type::getName).toList();
      throw new CorpusException(
          path + ": has no column '" + column + "'; there are " + String.join(", ", names));
    }
    Type type = whole.getType(column);
    boolean text =
        type instanceof PrimitiveType primitive
            && primitive.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
            && !type.isRepetition(Type.Repetition.REPEATED);
    if (!text) {
      throw new CorpusException(
          path + ": the column '" + column + "' holds " + type + ", not text");
    }
    return new MessageType(whole.getName(), type);
  }

  @Override
  public int read() throws IOException {
    return available() == 0 && !next() ? -1 : line[at++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (available() == 0 && !next()) {
      return -1;
    }
    int count = Math.min(length, available());
    System.arraycopy(line, at, target, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return line.length - at;
  }

  private boolean next() throws IOException {
    for (Group group = reader.read(); group != null; group = reader.read()) {
      if (group.getFieldRepetitionCount(0) > 0) {
        String text = group.getBinary(0, 0).toStringUsingUTF8();
        line = (text + "\n").getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
