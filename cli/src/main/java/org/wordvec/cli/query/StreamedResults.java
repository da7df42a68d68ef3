package org.wordvec.cli.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.wordvec.cli.base.UnknownWords;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.ResultFormat;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.library.Model;
import org.wordvec.vectors.UnknownWordException;
import org.wordvec.vectors.ZeroVectorException;

/**
 * Runs a stream of queries, some of which may have words without a vector. Used once; {@link
 * #resolve}, {@link #counted} and {@link #emptyRows} are thread-safe.
 */
final class StreamedResults {
  private final BatchOptions batch;
  private final Model model;
  private final AtomicLong unknown = new AtomicLong();
  private final AtomicLong zero = new AtomicLong();
  private final AtomicLong withoutResult = new AtomicLong();

  StreamedResults(BatchOptions batch, Model model) {
    this.batch = batch;
    this.model = model;
  }

  /** Looks up the words of a query. */
  interface LookUp<T> {
    /**
     * Returns what the words were resolved to.
     *
     * @throws UnknownWordException if a word has no vector
     * @throws IllegalArgumentException if the query is invalid
     */
    T of(Query query);
  }

  void run(
      List<Column> columns, ResultFormat format, BatchRun.BlockSearch search, Terminal terminal)
      throws IOException {
    try (Queries queries = batch.open(terminal)) {
      BatchRun.BlockSearch unchanged =
          (block, threads) -> model.unchanged(() -> search.rows(block, threads));
      new BatchRun(columns, format, unchanged, terminal).run(queries);
    }
    if (batch.unknown == UnknownWords.SKIP) {
      printNote(unknown, "skipped: unknown words", terminal);
    }
    printNote(
        zero,
        (batch.unknown == UnknownWords.SKIP ? "skipped" : "without a result") + ": zero vector",
        terminal);
    printNote(withoutResult, "without a result: all words are excluded", terminal);
  }

  private static void printNote(AtomicLong queries, String what, Terminal terminal) {
    long count = queries.get();
    if (count > 0) {
      String noun = count == 1 ? " query " : " queries ";
      terminal.err().println("wordvec: " + count + noun + what);
    }
  }

  /**
   * Looks up the words of each query. The result is empty for a query with an unknown word or a
   * zero vector, unless that is an error.
   */
  <T> List<Optional<T>> resolve(List<Query> block, LookUp<T> lookUp) {
    List<Optional<T>> found = new ArrayList<>(block.size());
    for (Query query : block) {
      try {
        found.add(Optional.of(lookUp.of(query)));
      } catch (UnknownWordException e) {
        if (batch.unknown == UnknownWords.ERROR) {
          throw query.failure(QueryCommand.unknownWord(e.word(), model));
        }
        unknown.incrementAndGet();
        found.add(Optional.empty());
      } catch (ZeroVectorException e) {
        if (batch.unknown == UnknownWords.ERROR) {
          throw query.failure(String.valueOf(e.getMessage()));
        }
        zero.incrementAndGet();
        found.add(Optional.empty());
      } catch (IllegalArgumentException e) {
        throw query.failure(String.valueOf(e.getMessage()));
      }
    }
    return found;
  }

  /** Returns the rows of a query's result; counts the query if there are none. */
  List<List<Object>> counted(List<List<Object>> rows) {
    if (rows.isEmpty()) {
      withoutResult.incrementAndGet();
    }
    return rows;
  }

  /** Returns the rows of a query without a result: none, or one with empty cells. */
  List<List<Object>> emptyRows(Query query, int columns) {
    if (batch.unknown == UnknownWords.SKIP) {
      return List.of();
    }
    List<Object> row = new ArrayList<>(query.cells());
    row.addAll(Collections.nCopies(columns - row.size(), Double.NaN));
    return List.of(row);
  }
}
