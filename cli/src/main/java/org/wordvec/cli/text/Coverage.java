package org.wordvec.cli.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.cli.output.Report;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.cli.output.TextTable;
import org.wordvec.cluster.WordCensus;
import org.wordvec.corpora.words.Vocabulary;

/**
 * How much of a text a vocabulary covers.
 *
 * @param total number of tokens in the text
 * @param distinct number of distinct words
 * @param kept words within the limits
 * @param shares what other minimum counts would keep
 */
record Coverage(long total, long distinct, Vocabulary kept, List<WordCensus.Share> shares) {
  static final List<Long> MINIMUM_COUNTS = List.of(1L, 2L, 5L, 10L, 20L, 50L, 100L);
  private static final int SHOWN = 10;

  /** Returns the coverage of a vocabulary, given one with all words of the text. */
  static Coverage of(Vocabulary all, Vocabulary kept) {
    List<WordCensus.Share> shares = new ArrayList<>();
    long covered = all.totalCount();
    int size = all.size();
    for (long minimum : MINIMUM_COUNTS) {
      while (size > 0 && all.count(size - 1) < minimum) {
        covered -= all.count(--size);
      }
      shares.add(new WordCensus.Share(minimum, size, covered));
    }
    return new Coverage(all.totalCount(), all.size(), kept, List.copyOf(shares));
  }

  void print(PrintWriter out) {
    TextTable.print(new Report(frequent(), byMinimumCount()), out);
  }

  private Table frequent() {
    List<List<Object>> rows = new ArrayList<>();
    for (int id = 0; id < Math.min(SHOWN, kept.size()); id++) {
      rows.add(List.of(kept.words().word(id), kept.count(id)));
    }
    String note =
        String.format(
            Locale.ROOT,
            "%,d words of text, %,d distinct; kept %,d, which cover %.2f %% of the text",
            total,
            distinct,
            kept.size(),
            share(kept.totalCount()));
    return new Table("frequent", note, List.of(Column.of("word"), Column.of("count")), rows);
  }

  private Table byMinimumCount() {
    List<List<Object>> rows = new ArrayList<>();
    for (WordCensus.Share share : shares) {
      rows.add(List.of(share.minimumCount(), share.words(), share(share.tokens())));
    }
    return new Table(
        "coverage",
        "Words and text that each --min-count would keep:",
        List.of(Column.of("min-count"), Column.of("words"), new Column("% of text", 2)),
        rows);
  }

  private double share(long count) {
    return 100.0 * count / total;
  }
}
