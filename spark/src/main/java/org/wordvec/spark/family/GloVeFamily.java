package org.wordvec.spark.family;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.wordvec.compute.Matrix;
import org.wordvec.compute.training.Execution;
import org.wordvec.compute.training.Schedule;
import org.wordvec.compute.training.ShardSteps;
import org.wordvec.corpora.words.Vocabulary;
import org.wordvec.glove.CostWatch;
import org.wordvec.glove.GloVe;
import org.wordvec.glove.GloVeConfig;
import org.wordvec.glove.Parameters;
import org.wordvec.glove.counting.Cooccurrences;
import org.wordvec.glove.counting.CountingProgress;
import org.wordvec.glove.entries.Entries;
import org.wordvec.spark.corpus.TextSplit;
import org.wordvec.spark.session.HadoopSettings;
import org.wordvec.spark.session.Jobs;
import org.wordvec.spark.wire.PortableRecord;

/** GloVe: a part is some of the entries, copied here and arranged in tiles as on one machine. */
public record GloVeFamily(PortableRecord<GloVeConfig> config) implements Family {
  @Override
  public Schedule schedule() {
    return config.value().schedule();
  }

  @Override
  public Execution execution() {
    return config.value().execution();
  }

  @Override
  public List<Matrix> start(Vocabulary vocabulary, Arena arena) {
    return GloVe.start(vocabulary.size(), config.value(), arena).list();
  }

  @Override
  public int summed() {
    return (int) (Matrix.bytes(1, config.value().dimensions() + 2) / Float.BYTES);
  }

  @Override
  public Part open(PartSource source, Vocabulary vocabulary, Arena arena)
      throws IOException, InterruptedException {
    if (!(source instanceof PartSource.Entries entries)) {
      throw new IllegalArgumentException("not entries: " + source);
    }
    GloVeConfig own = config.value();
    Path folder = Files.createTempDirectory("wordvec-entries");
    Path copy = folder.resolve("entries");
    try {
      copy(entries, copy);
      Cooccurrences.Resources resources =
          new Cooccurrences.Resources(
              Jobs.threads(), memory(), Path.of(System.getProperty("java.io.tmpdir")));
      Entries arranged =
          Entries.of(
              new Cooccurrences.Stored(copy, vocabulary),
              own.weighting(),
              own.execution().seed(),
              resources,
              CountingProgress.NONE);
      return new EntryPart(arranged, own, CostWatch.mostCost(arranged));
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(folder);
    }
  }

  private static long memory() {
    return Math.max(Cooccurrences.Resources.LEAST_MEMORY, Runtime.getRuntime().maxMemory());
  }

  private static void copy(PartSource.Entries entries, Path copy) throws IOException {
    try (OutputStream out = Files.newOutputStream(copy)) {
      for (TextSplit split : entries.splits()) {
        var path = new org.apache.hadoop.fs.Path(split.path());
        try (FSDataInputStream in =
            path.getFileSystem(HadoopSettings.of(entries.hadoop())).open(path)) {
          in.seek(split.start());
          transfer(in, out, split.bytes());
        }
      }
    }
  }

  private static void transfer(InputStream in, OutputStream out, long bytes) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = bytes;
    while (left > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new EOFException("a file of entries was cut");
      }
      out.write(buffer, 0, count);
      left -= count;
    }
  }

  private record EntryPart(Entries entries, GloVeConfig config, double mostLoss)
      implements Family.Part {
    @Override
    public long size() {
      return entries.size();
    }

    @Override
    public String fingerprint() {
      return entries.fingerprint();
    }

    @Override
    public ShardSteps steps(List<Matrix> matrices, Execution execution, Arena arena) {
      GloVeConfig own =
          new GloVeConfig(
              config.dimensions(),
              config.weighting(),
              config.gradientClip(),
              config.output(),
              config.schedule(),
              execution);
      return GloVe.steps(entries, own, Parameters.of(matrices, config.dimensions()));
    }

    @Override
    public void close() throws IOException {
      entries.close();
    }
  }
}
