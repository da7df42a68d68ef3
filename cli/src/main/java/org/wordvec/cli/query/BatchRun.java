package org.wordvec.cli.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.ResultFormat;
import org.wordvec.cli.terminal.Terminal;
import org.wordvec.corpora.parallel.WorkerPool;
import org.wordvec.corpora.parallel.Workers;

/**
 * Runs a stream of queries and prints their results in the same order. Each thread takes a block of
 * queries, searches for all of them at once and formats their rows; a few blocks are in memory at a
 * time. When no further input is ready, the pending results are printed before more is read, so
 * that another program can wait for a result before it sends the next query.
 */
final class BatchRun {
  private static final int BLOCK = 1020;
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private final List<Column> columns;
  private final ResultFormat format;
  private final BlockSearch search;
  private final PrintWriter out;
  private final Deque<WorkerPool.Submitted<String>> pending = new ArrayDeque<>();

  /** Searches for a block of queries. Thread-safe. */
  interface BlockSearch {
    /** Returns the rows of the results. */
    List<List<Object>> rows(List<Query> block, int threads) throws IOException;
  }

  BatchRun(List<Column> columns, ResultFormat format, BlockSearch search, Terminal terminal) {
    this.columns = columns;
    this.format = format;
    this.search = search;
    this.out = terminal.out();
  }

  /** Runs all queries, until standard output is closed. */
  void run(Queries queries) throws IOException {
    out.print(format.header(columns));
    try (WorkerPool pool = new Workers(THREADS).open()) {
      List<Query> block = new ArrayList<>();
      Optional<Query> next = queries.next();
      while (next.isPresent()) {
        block.add(next.get());
        boolean pause = !queries.isReady();
        if (pause || block.size() == BLOCK) {
          submit(block, pool);
          block = new ArrayList<>();
          if (!print(pause ? 0 : THREADS)) {
            return;
          }
        }
        next = queries.next();
      }
      submit(block, pool);
      print(0);
    }
  }

  private void submit(List<Query> block, WorkerPool pool) {
    int threads = block.size() < BLOCK ? THREADS : 1;
    pending.add(pool.submit(() -> format.rows(columns, search.rows(block, threads))));
  }

  /**
   * Prints results until {@code left} blocks are pending; returns whether standard output is open.
   */
  private boolean print(int left) throws IOException {
    while (pending.size() > left) {
      out.print(text(pending.remove()));
      if (out.checkError()) {
        return false;
      }
    }
    return true;
  }

  private static String text(WorkerPool.Submitted<String> block) throws IOException {
    try {
      return block.result();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the search was interrupted");
    }
  }
}
