package org.wordvec.cli.text;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordvec.cluster.ClusterSettings;
import org.wordvec.cluster.ClusterText;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;
import org.wordvec.library.Extensions;
import picocli.CommandLine.Option;

/** How a cluster of Spark works, where the engine is that. */
public abstract class SparkOptions {
  @Option(
      names = "--parquet-column",
      paramLabel = "COLUMN",
      description =
          "Spark: read Parquet files and take the text from this column; each value is a line"
              + " (default: plain text).")
  @Nullable String parquetColumn;

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Spark: number of shards of the text that are trained in parallel (default:"
              + " ${DEFAULT-VALUE}, which means one for each concurrent task).")
  int shards;

  @Option(
      names = "--round-size",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Spark: number of words, or for glove entries, that each shard trains before the shards"
              + " are merged (default: ${DEFAULT-VALUE}, which means 500 rounds in total, each of"
              + " 20,000 to 10,000,000).")
  long roundSize;

  @Option(
      names = "--round-folder",
      paramLabel = "FOLDER",
      description =
          "Spark: save rounds in this folder, which all machines must see; an interrupted training"
              + " resumes from it (default: a temporary folder).")
  @Nullable String roundFolder;

  /** Who does the work. */
  public abstract EngineChoice engine();

  /** Settings of the cluster, if there is to be one; options for one are refused otherwise. */
  public final Optional<ClusterSettings> cluster() {
    if (engine() instanceof EngineChoice.Spark(Optional<String> master)) {
      return Optional.of(
          new ClusterSettings(master, shards, roundSize, Optional.ofNullable(roundFolder)));
    }
    if (parquetColumn != null || shards != 0 || roundSize != 0 || roundFolder != null) {
      throw new IllegalArgumentException(
          "--parquet-column, --shards, --round-size and --round-folder need --engine spark");
    }
    return Optional.empty();
  }

  /** Returns a text as a cluster reads it. */
  public final ClusterText text(
      List<String> corpus, Corpus.Reading reading, Tokenization tokenization)
      throws java.io.IOException {
    if (parquetColumn != null && !reading.equals(Corpus.Reading.PLAIN)) {
      throw new IllegalArgumentException(
          "--parquet-column goes with none of --csv-column, --json-field, --wikipedia, --encoding");
    }
    return new ClusterText(
        corpus,
        reading,
        tokenization,
        Optional.ofNullable(parquetColumn),
        Extensions.installed().loaders());
  }
}
