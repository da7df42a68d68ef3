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
          "Spark: read Parquet files, the text from this column; a value is a line"
              + " (default: plain text).")
  @Nullable String parquetColumn;

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Spark: parts of the text that are trained side by side"
              + " (default: ${DEFAULT-VALUE}, which means one for each task at once).")
  int shards;

  @Option(
      names = "--round-size",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Spark: words that each shard trains before all are put together; for glove entries"
              + " (default: ${DEFAULT-VALUE}, which means 500 rounds in all, each of 20,000 to"
              + " 10,000,000).")
  long roundSize;

  @Option(
      names = "--round-folder",
      paramLabel = "FOLDER",
      description =
          "Spark: keep rounds here, where all machines see it; a training that was cut off goes on"
              + " from there (default: a temporary folder).")
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

  /** A text as a cluster reads it. */
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
