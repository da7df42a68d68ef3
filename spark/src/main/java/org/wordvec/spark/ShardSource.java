package org.wordvec.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Where a part of the work is read from. */
sealed interface ShardSource extends Serializable {
  /** Lines of text. */
  record Lines(PortableText text, List<TextSplit> splits) implements ShardSource {}

  /** Files, or parts of them, of GloVe's entries. */
  record Entries(Map<String, String> hadoop, List<TextSplit> splits) implements ShardSource {}
}
