package org.wordvec.spark.family;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.wordvec.spark.corpus.PortableText;
import org.wordvec.spark.corpus.TextSplit;

/** Names the files from which an executor reads a part of the work. */
public sealed interface PartSource extends Serializable {
  /** Lines of text. */
  record Lines(PortableText text, List<TextSplit> splits) implements PartSource {}

  /** Files of GloVe's entries, or parts of such files. */
  record Entries(Map<String, String> hadoop, List<TextSplit> splits) implements PartSource {}
}
