package org.wordvec.spark.corpus;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.wordvec.cluster.ClusterText;
import org.wordvec.corpora.reading.TextEncoding;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.text.CorpusException;

/**
 * Finds the files of a text and cuts them into parts. Compressed files are never cut, nor are those
 * in which a line feed need not end a record: CSV, XML, encodings other than UTF-8. In folders,
 * names that begin with a dot or an underscore are skipped, as everywhere in Hadoop.
 */
public final class TextFiles {
  private static final int MAGIC_BYTES = 6;

  private final Configuration configuration;
  private final ClusterText text;

  /** Creates a finder that reads with these settings of Hadoop. */
  public TextFiles(Configuration configuration, ClusterText text) {
    this.configuration = configuration;
    this.text = text;
  }

  /**
   * Cuts all files into parts of whole lines and joins small files.
   *
   * @param most bytes of a part, unless a single line or a file that cannot be cut is longer
   */
  public List<List<TextSplit>> parts(long most) throws IOException {
    List<List<TextSplit>> parts = new ArrayList<>();
    List<TextSplit> open = new ArrayList<>();
    long bytes = 0;
    for (FileStatus file : files()) {
      for (TextSplit split : splits(file, most)) {
        long own = Math.min(file.getLen(), split.bytes() == 0 ? file.getLen() : split.bytes());
        if (bytes > 0 && bytes + own > most) {
          parts.add(List.copyOf(open));
          open.clear();
          bytes = 0;
        }
        open.add(split);
        bytes += own;
      }
    }
    if (!open.isEmpty()) {
      parts.add(List.copyOf(open));
    }
    return parts;
  }

  /** Returns the number of bytes of all files. */
  public long totalBytes() throws IOException {
    return files().stream().mapToLong(FileStatus::getLen).sum();
  }

  private List<TextSplit> splits(FileStatus file, long most) throws IOException {
    String path = file.getPath().toString();
    if (file.getLen() <= most || !canBeCut(file.getPath())) {
      return List.of(
          new TextSplit(
              path, 0, text.parquetColumn().isPresent() ? file.getLen() : TextSplit.WHOLE));
    }
    int count = Math.toIntExact((file.getLen() + most - 1) / most);
    List<TextSplit> splits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long start = file.getLen() * i / count;
      splits.add(new TextSplit(path, start, file.getLen() * (i + 1) / count));
    }
    return splits;
  }

  private boolean canBeCut(Path path) throws IOException {
    if (text.parquetColumn().isPresent()) {
      return true;
    }
    boolean lines =
        switch (text.reading().format()) {
          case SourceFormat.Plain _, SourceFormat.JsonLines _ -> true;
          case SourceFormat.Csv _, SourceFormat.Wikipedia _ -> false;
        };
    boolean utf8 = text.reading().encoding() instanceof TextEncoding.Utf8Bytes;
    return lines && utf8 && !isPackedOrUtf16(path);
  }

  /** Returns whether a file begins like gzip, bzip2, xz, Zstandard or UTF-16. */
  private boolean isPackedOrUtf16(Path path) throws IOException {
    byte[] begin;
    try (InputStream stream = path.getFileSystem(configuration).open(path)) {
      begin = Arrays.copyOf(stream.readNBytes(MAGIC_BYTES), MAGIC_BYTES);
    }
    int first = ((begin[0] & 0xff) << 8) | (begin[1] & 0xff);
    return switch (first) {
      case 0x1f8b, 0xfeff, 0xfffe -> true;
      case 0x425a -> begin[2] == 'h';
      case 0xfd37 -> begin[2] == 'z' && begin[3] == 'X';
      case 0x28b5 -> begin[2] == 0x2f && (begin[3] & 0xff) == 0xfd;
      default -> false;
    };
  }

  private List<FileStatus> files() throws IOException {
    List<FileStatus> files = new ArrayList<>();
    for (String name : text.paths()) {
      if (name.equals("-")) {
        throw new CorpusException("standard input (-) cannot be read by a cluster: name files");
      }
      int before = files.size();
      add(name, files);
      if (files.size() == before) {
        throw new CorpusException(name + ": the folder holds no files");
      }
    }
    if (files.isEmpty()) {
      throw new CorpusException("no corpus files were given");
    }
    return files;
  }

  private void add(String name, List<FileStatus> files) throws IOException {
    Path path = path(name);
    FileSystem system = path.getFileSystem(configuration);
    try {
      addTree(system, system.getFileStatus(path), files);
    } catch (FileNotFoundException e) {
      FileStatus[] found = system.globStatus(path);
      if (found == null || found.length == 0) {
        throw new CorpusException(name + ": no such file or folder", e);
      }
      for (FileStatus status : sorted(found)) {
        addTree(system, status, files);
      }
    }
  }

  private static Path path(String name) throws CorpusException {
    try {
      return new Path(name);
    } catch (IllegalArgumentException e) {
      throw new CorpusException(name + ": not a path: " + e.getMessage(), e);
    }
  }

  private static void addTree(FileSystem system, FileStatus status, List<FileStatus> files)
      throws IOException {
    if (!status.isDirectory()) {
      files.add(status);
      return;
    }
    for (FileStatus child : sorted(system.listStatus(status.getPath()))) {
      String name = child.getPath().getName();
      if (!name.startsWith(".") && !name.startsWith("_")) {
        addTree(system, child, files);
      }
    }
  }

  private static FileStatus[] sorted(FileStatus[] statuses) {
    Arrays.sort(statuses, Comparator.comparing(status -> status.getPath().toString()));
    return statuses;
  }
}
