package org.wordvec.cluster;

import java.util.List;
import java.util.Optional;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;

/**
 * A text that a cluster reads.
 *
 * @param paths files, folders or patterns, of any file system that the engine knows
 * @param reading what the files hold, and how its characters are bytes
 * @param tokenization how text becomes words
 * @param parquetColumn the column with the text, where the files are Parquet's
 * @param plugins where tokenizers and the like are looked for, in the process of the driver
 */
public record ClusterText(
    List<String> paths,
    Corpus.Reading reading,
    Tokenization tokenization,
    Optional<String> parquetColumn,
    List<ClassLoader> plugins) {
  /** Copies the lists. */
  public ClusterText {
    paths = List.copyOf(paths);
    plugins = List.copyOf(plugins);
  }
}
