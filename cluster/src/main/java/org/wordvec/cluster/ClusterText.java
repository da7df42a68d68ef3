package org.wordvec.cluster;

import java.util.List;
import java.util.Optional;
import org.wordvec.corpora.sources.Corpus;
import org.wordvec.corpora.tokenizing.Tokenization;

/**
 * A text that a cluster reads.
 *
 * @param paths files, folders or patterns of any file system that the engine knows
 * @param reading format and encoding of the files
 * @param tokenization how text becomes words
 * @param parquetColumn the column with the text, if the files are Parquet files
 * @param plugins class loaders for tokenizers and other plug-ins in the driver's process
 */
public record ClusterText(
    List<String> paths,
    Corpus.Reading reading,
    Tokenization tokenization,
    Optional<String> parquetColumn,
    List<ClassLoader> plugins) {
  /** Creates a text; the lists are copied. */
  public ClusterText {
    paths = List.copyOf(paths);
    plugins = List.copyOf(plugins);
  }
}
