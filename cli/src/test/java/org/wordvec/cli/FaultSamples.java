package org.wordvec.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.wordvec.compute.Matrix;
import org.wordvec.corpora.reading.CsvDialect;
import org.wordvec.corpora.sources.Compression;
import org.wordvec.corpora.sources.SourceFormat;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.formats.VectorFormat;

/** An intact file of each kind that can be read, and how it is read. */
// Nobody compares samples; all buffers are made by little(), which allocates them; a header that
// is cut in lines would not be the one that is meant.
@SuppressWarnings({"ArrayRecordComponent", "ByteBufferBackingArray", "StringConcatToTextBlock"})
final class FaultSamples {
  private static final String TEXT = "the king and the queen\nof the land 北京 and more\n";
  private static final String BZIP2_MODEL =
      "QlpoOTFBWSZTWZDA0rYAABBZ0QAQQAN+wANAhAAAAgACgEAgAFRQNNDIyYglTFGTTTPUQ1aFnTF/fLpW"
          + "J4E0GBPLh4Shm5MzWikvj8ePi7kinChISGBpWwA=";
  private static final String XZ_MODEL =
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQA0NCAyCnRoZSAwLjI1IC0xLjUK6K+N6K+tIDFlLTMgMgpv"
          + "ZiA3IDgKdG8gLTAuNSAwLjEyNQoAAAAA/51wIDoSEsMAAU01QEDiMx+2830BAAAAAARZWg==";
  private static final String BZIP2_TEXT =
      "QlpoOTFBWSZTWTWwxvMAAD3R+QAQQAAn77YAAAQAgAAEABAGACAAUKDRo0GQGg3qqnqPU8kaHqepo9Td"
          + "VwupFnJdSLRuskw7pMrsKspMNklXpJhh7VbOakZacPzTTq/i7kinChIGthjeYA==";
  private static final String XZ_TEXT =
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4ACYADBdADoaCM52kZvo1dtLytvrLpzOEYi6jtdJf3E9e0tX"
          + "3SMC5ZRdbl6YjAamFok7UkTAAABW/Q1hb+v8VgABTJkBAAAAzjxl37HEZ/sCAAAAAARZWg==";

  private final Path folder;
  private final List<Sample> samples = new ArrayList<>();

  private FaultSamples(Path folder) {
    this.folder = folder;
  }

  /**
   * A file.
   *
   * @param kind for reports
   * @param content to be mutated
   * @param packing applied after the mutation
   */
  record Sample(
      String kind, byte[] content, byte[] other, UnaryOperator<byte[]> packing, FaultReading how) {}

  /** Returns one or more files of each kind; files that they need are written to a folder. */
  static List<Sample> in(Path folder) throws IOException {
    FaultSamples all = new FaultSamples(folder);
    all.models();
    all.fastText();
    all.finalfusion();
    all.arrays();
    all.compressed();
    all.corpora();
    all.besides();
    return List.copyOf(all.samples);
  }

  private void models() throws IOException {
    add("word2vec text", written("m.txt", 5, 3), written("n.txt", 20, 8));
    add("word2vec text", utf8("3 2\nnew york 0.25 -1.5 \r\n词语\t1e-3 2\r\nof 7 8\n"), utf8("1 2"));
    add("fastText .vec", utf8("3 2\n</s> 0.25 -1.5 \nthe 1 2 \nof 7 8 \n"), utf8("2 2\na 1 2 \n"));
    add("GloVe text", written("m.glove", 5, 3), written("n.glove", 20, 8));
    add("word2vec binary (C)", written("m.bin", 5, 3), written("n.bin", 20, 8));
    add("word2vec binary (C)", written("p.bin", 40, 17), written("n.bin", 20, 8));
    add("word2vec binary (gensim)", gensim(5, 3), gensim(20, 8));
  }

  private void fastText() throws IOException {
    Path text = Files.writeString(folder.resolve("text.txt"), TEXT.repeat(3));
    for (String options : List.of("--min-n 2 --max-n 3 --buckets 20", "--max-n 0")) {
      Path model = folder.resolve("ft.bin");
      List<String> arguments =
          new ArrayList<>(List.of("train", "fasttext", text.toString(), "-o", model.toString()));
      arguments.addAll(List.of(options.split(" ", -1)));
      arguments.addAll(
          List.of("--dim", "4", "--epochs", "1", "--min-count", "1", "--threads", "1", "-q"));
      CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
      if (run.code() != 0) {
        throw new IllegalStateException(run.err());
      }
      add("fastText .bin", Files.readAllBytes(model), Files.readAllBytes(model));
    }
  }

  private void finalfusion() throws IOException {
    byte[] plain = written("m.fifu", 5, 3);
    add("finalfusion", plain, written("n.fifu", 20, 8));
    for (int kind : new int[] {3, 7, 8}) {
      add("finalfusion", chunked(kind), plain);
    }
  }

  private void arrays() throws IOException {
    byte[] array = written("m.npy", 5, 3);
    byte[] words = Files.readAllBytes(folder.resolve("m.vocab"));
    Files.write(folder.resolve("mutated.vocab"), words);
    add("NumPy array", array, written("n.npy", 20, 8));
    add("NumPy array", npy("'<f8'", 5, 3, 8), array);
    add("NumPy array", npy("'<f2'", 5, 3, 2), array);
    samples.add(
        new Sample(
            "words of an array",
            words,
            utf8("a 5\nb 3\n"),
            UnaryOperator.identity(),
            FaultReading.words(folder.resolve("m.npy"))));
    byte[] tensors = written("m.safetensors", 5, 3);
    add("safetensors", tensors, written("n.safetensors", 20, 8));
    for (String type : List.of("F16", "BF16", "F64")) {
      add("safetensors", tensors(type, type.equals("F64") ? 8 : 2), tensors);
    }
  }

  private void compressed() throws IOException {
    for (String extension : List.of("gz", "zst")) {
      add("model in ." + extension, written("m.bin." + extension, 5, 3), new byte[] {31, 0});
      add("model in ." + extension, written("m.txt." + extension, 5, 3), new byte[] {31, 0});
      UnaryOperator<byte[]> packing = packing(extension);
      for (byte[] inside : List.of(written("m.bin", 5, 3), written("m.glove", 5, 3))) {
        samples.add(
            new Sample(
                "model in ." + extension,
                inside,
                written("n.txt", 20, 8),
                packing,
                FaultReading.model()));
      }
    }
    add("model in .bz2", Base64.getDecoder().decode(BZIP2_MODEL), utf8("BZh9"));
    add("model in .xz", Base64.getDecoder().decode(XZ_MODEL), utf8("YZ"));
    add("zip archive", zip(), zip());
  }

  private void corpora() throws IOException {
    Charset utf8 = StandardCharsets.UTF_8;
    byte[] text = utf8(TEXT.repeat(3));
    corpus("plain text", text, SourceFormat.PLAIN, utf8);
    byte[] csv =
        utf8("id,text,more\n1,\"the king, \"\"and\"\"\nqueen\",x\n2,of the land,y\n3,北京,z\n");
    corpus("CSV", csv, new SourceFormat.Csv("text"), utf8);
    byte[] tsv = utf8("1\tthe king\tx\n2\tof the land\ty\n3\t北京\tz\n");
    corpus("CSV", tsv, new SourceFormat.Csv("2", CsvDialect.RFC_4180.delimitedBy('\t')), utf8);
    byte[] json =
        utf8(
            "{\"a\":{\"text\":[\"the king\",\"and\\n\\u00e4\"]},\"n\":[1,{\"x\":null}]}\n"
                + "{\"a\":{\"text\":\"of 北京\"}}\n\n{\"b\":1.5e3}\n");
    corpus("JSON lines", json, new SourceFormat.JsonLines("a.text"), utf8);
    byte[] dump =
        utf8(
            "<mediawiki><page><title>A</title><ns>0</ns><revision><text>'''The''' [[king|kings]] "
                + "{{t|{{u}}}} &lt;ref>x&lt;/ref> and\n== more ==\n* 北京</text></revision></page>"
                + "<page><ns>1</ns><text>no</text></page></mediawiki>\n");
    corpus("Wikipedia XML", dump, new SourceFormat.Wikipedia(), utf8);
    for (String name : List.of("UTF-16", "GB18030", "Shift_JIS")) {
      Charset charset = Charset.forName(name);
      corpus("text in " + name, TEXT.repeat(3).getBytes(charset), SourceFormat.PLAIN, charset);
    }
    corpus("text in .gz", packing("gz").apply(text), SourceFormat.PLAIN, utf8);
    corpus("text in .zst", packing("zst").apply(text), SourceFormat.PLAIN, utf8);
    corpus("text in .bz2", Base64.getDecoder().decode(BZIP2_TEXT), SourceFormat.PLAIN, utf8);
    corpus("text in .xz", Base64.getDecoder().decode(XZ_TEXT), SourceFormat.PLAIN, utf8);
  }

  private void besides() throws IOException {
    byte[] vocabulary = utf8("the 9\nking 7\n北京 7\nqueen 2\n");
    Path words = Files.write(folder.resolve("words"), vocabulary);
    plain("vocabulary", vocabulary, FaultReading.vocabulary());
    ByteBuffer counts = ByteBuffer.allocate(16 * 12).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 12; i++) {
      counts.putInt(1 + i / 3).putInt(1 + i % 3).putDouble(0.5 + i);
    }
    plain("co-occurrences", counts.array(), FaultReading.cooccurrences(words));
    plain("analogies", utf8(": a\nthe king 北京 queen\n: b\na b c d\n"), FaultReading.analogies());
    plain("word pairs", utf8("# x\nthe\tking\t5.5\nqueen king 3\n"), FaultReading.pairs());
    String model = folder.resolve("m.txt").toString();
    plain(
        "questions of a batch",
        utf8("w0\nw1\n\nw2\n"),
        FaultReading.command("neighbors", model, "--input", "@", "-k", "2"));
    plain(
        "words to leave out",
        utf8("w1\nw2\n词3\n"),
        FaultReading.command("neighbors", model, "w0", "--exclude-from", "@"));
    plain(
        "words of a map",
        utf8("w1\nw2\n词3\n"),
        FaultReading.command(
            "map",
            model,
            "--top",
            "2",
            "--method",
            "pca",
            "-o",
            folder.resolve("m.csv").toString(),
            "--words",
            "@"));
    plain(
        "stop words",
        utf8("the\nof\n北京\n"),
        FaultReading.command("vocab", folder.resolve("text.txt").toString(), "--stop-words", "@"));
    plain(
        "defaults",
        utf8("# x\nformat = tsv\nneighbors.format = csv\nthreads = 2\n"),
        FaultReading.command("neighbors", model, "w0", "--defaults", "@"));
  }

  private void add(String kind, byte[] content, byte[] other) {
    UnaryOperator<byte[]> asItIs = UnaryOperator.identity();
    samples.add(new Sample(kind, content, other, asItIs, FaultReading.model()));
    samples.add(new Sample("any model, by doctor", content, other, asItIs, FaultReading.doctor()));
  }

  private void plain(String kind, byte[] content, FaultReading how) {
    samples.add(new Sample(kind, content, content, UnaryOperator.identity(), how));
  }

  private void corpus(String kind, byte[] content, SourceFormat format, Charset charset) {
    plain(kind, content, FaultReading.corpus(format, charset));
  }

  private byte[] written(String name, int rows, int dimensions) throws IOException {
    Path path = folder.resolve(name);
    try (Arena arena = Arena.ofConfined()) {
      VectorFormat.forOutput(path).write(vectors(rows, dimensions, arena), path);
    }
    return Files.readAllBytes(path);
  }

  private static WordVectors vectors(int rows, int dimensions, Arena arena) {
    Random random = new Random(rows);
    Matrix matrix = Matrix.allocate(arena, rows, dimensions);
    List<String> words = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      words.add(row % 4 == 3 ? "词" + row : "w" + row);
      float[] values = new float[dimensions];
      for (int i = 0; i < dimensions; i++) {
        values[i] = (float) random.nextGaussian();
      }
      matrix.setRow(row, values);
    }
    return new WordVectors(WordList.of(words), matrix);
  }

  private static byte[] gensim(int rows, int dimensions) {
    Random random = new Random(7);
    ByteBuffer bytes =
        ByteBuffer.allocate(64 + rows * (8 + 4 * dimensions)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(utf8(rows + " " + dimensions + "\n"));
    for (int row = 0; row < rows; row++) {
      bytes.put(utf8("w" + row + " "));
      for (int i = 0; i < dimensions; i++) {
        bytes.putFloat((float) random.nextGaussian());
      }
    }
    return java.util.Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** Returns two words with n-grams of each kind in finalfusion, which are skipped. */
  private static byte[] chunked(int kind) {
    ByteBuffer words = little(200).putLong(2);
    if (kind == 8) {
      words.putLong(1).putInt(3).putInt(6);
    } else {
      words.putInt(3).putInt(6).putInt(kind == 7 ? 2 : 1);
    }
    words.putInt(1).put(utf8("a")).putInt(3).put(utf8("词"));
    if (kind == 8) {
      words.putInt(3).put(utf8("<a>")).putLong(0);
    }
    ByteBuffer file = little(600).put(utf8("FiFu")).putInt(0).putInt(4);
    file.putInt(5).putInt(kind).putInt(2).putInt(6);
    file.putInt(5).putLong(7).put(utf8("a = 'b'"));
    file.putInt(kind).putLong(words.position()).put(words.array(), 0, words.position());
    int padding = 4 - (file.position() + 28) % 4;
    file.putInt(2).putLong(16 + padding + 32).putLong(4).putInt(2).putInt(10);
    file.put(new byte[padding]);
    for (int i = 0; i < 8; i++) {
      file.putFloat(i % 2);
    }
    padding = 4 - (file.position() + 24) % 4;
    file.putInt(6).putLong(12 + padding + 8).putLong(2).putInt(10).put(new byte[padding]);
    file.putFloat(2).putFloat(5);
    return java.util.Arrays.copyOf(file.array(), file.position());
  }

  private static byte[] npy(String type, int rows, int columns, int bytes) {
    String header =
        "{'descr': %s, 'fortran_order': False, 'shape': (%d, %d), }".formatted(type, rows, columns);
    String padded = header + " ".repeat(117 - header.length()) + "\n";
    ByteBuffer file = little(128 + rows * columns * bytes).put((byte) 0x93).put(utf8("NUMPY"));
    file.put((byte) 1).put((byte) 0).putShort((short) 118).put(utf8(padded));
    return file.array();
  }

  private static byte[] tensors(String type, int bytes) {
    int values = 6 * bytes;
    String header =
        ("{\"__metadata__\":{\"a\":\"b\"},\"vectors\":{\"dtype\":\"%s\",\"shape\":[3,2],"
                + "\"data_offsets\":[0,%d]},\"words\":{\"dtype\":\"U8\",\"shape\":[6],"
                + "\"data_offsets\":[%d,%d]}}")
            .formatted(type, values, values, values + 6);
    ByteBuffer file = little(8 + header.length() + values + 6).putLong(header.length());
    file.put(utf8(header)).put(new byte[values]).put(utf8("a\nb\nc\n"));
    return file.array();
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("../../vectors.npy"));
      zip.write(utf8("the 1 2\nking 2 1\n"));
    }
    return bytes.toByteArray();
  }

  private static UnaryOperator<byte[]> packing(String extension) {
    Compression compression = extension.equals("gz") ? Compression.GZIP : Compression.ZSTD;
    return content -> {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream stream = compression.pack(bytes)) {
        new ByteArrayInputStream(content).transferTo(stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    };
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
