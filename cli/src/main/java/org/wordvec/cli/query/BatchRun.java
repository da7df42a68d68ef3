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
 * Answers a stream of questions in its order. Threads take a block of questions each, search for
 * all of them at once and write their rows down; a few blocks are in memory at a time. Where the
 * input pauses, what was asked is answered before anything more is read, so that another program
 * can hold a conversation.
 */
final class BatchRun {
  private static final int BLOCK = 1020;
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private final List<Column> columns;
  private final ResultFormat format;
  private final Answerer answerer;
  private final PrintWriter out;
  private final Deque<WorkerPool.Submitted<String>> pending = new ArrayDeque<>();

  /** Answers a block of questions. Called by several threads. */
  interface Answerer {
    List<List<Object>> rows(List<Query> block, int threads) throws IOException;
  }

  BatchRun(List<Column> columns, ResultFormat format, Answerer answerer, Terminal terminal) {
    this.columns = columns;
    this.format = format;
    this.answerer = answerer;
    this.out = terminal.out();
  }

  void run(Queries questions) throws IOException {
    out.print(format.header(columns));
    try (WorkerPool pool = new Workers(THREADS).open()) {
      List<Query> block = new ArrayList<>();
      Optional<Query> next = questions.next();
      while (next.isPresent()) {
        block.add(next.get());
        boolean pause = !questions.isReady();
        if (pause || block.size() == BLOCK) {
          submit(block, pool);
          block = new ArrayList<>();
          if (!print(pause ? 0 : THREADS)) {
            return;
          }
        }
        next = questions.next();
      }
      submit(block, pool);
      print(0);
    }
  }

  private void submit(List<Query> block, WorkerPool pool) {
    int threads = block.size() < BLOCK ? THREADS : 1;
    pending.add(pool.submit(() -> format.rows(columns, answerer.rows(block, threads))));
  }

  /** Waits until so many blocks are left; answers whether anybody still reads. */
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
