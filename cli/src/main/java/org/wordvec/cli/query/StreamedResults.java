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
 * Runs a stream of questions of which some may have words without a vector. Used once; {@link
 * #known} and {@link #withoutAnswer} by several threads.
 */
final class StreamedResults {
  private final BatchOptions batch;
  private final Model model;
  private final AtomicLong unknown = new AtomicLong();
  private final AtomicLong zero = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();

  StreamedResults(BatchOptions batch, Model model) {
    this.batch = batch;
    this.model = model;
  }

  /** What a question becomes once its words are looked up. */
  interface LookUp<T> {
    /** May throw an {@link UnknownWordException}, or an error that names the question's fault. */
    T of(Query question);
  }

  void run(List<Column> columns, ResultFormat format, BatchRun.Answerer answerer, Terminal terminal)
      throws IOException {
    try (Queries questions = batch.open(terminal)) {
      BatchRun.Answerer unchanged =
          (block, threads) -> model.unchanged(() -> answerer.rows(block, threads));
      new BatchRun(columns, format, unchanged, terminal).run(questions);
    }
    if (batch.unknown == UnknownWords.SKIP) {
      printNote(unknown, "left out for unknown words", terminal);
    }
    printNote(
        zero,
        (batch.unknown == UnknownWords.SKIP ? "left out" : "not answered")
            + " for a vector that is zero",
        terminal);
    printNote(unanswered, "not answered: no word is left beside those of the question", terminal);
  }

  private static void printNote(AtomicLong questions, String what, Terminal terminal) {
    long count = questions.get();
    if (count > 0) {
      String were = count == 1 ? " question was " : " questions were ";
      terminal.err().println("wordvec: " + count + were + what);
    }
  }

  /**
   * For each question what it became, or nothing if it has an unknown word or a vector of zeros and
   * that is allowed.
   */
  <T> List<Optional<T>> known(List<Query> block, LookUp<T> lookUp) {
    List<Optional<T>> found = new ArrayList<>(block.size());
    for (Query question : block) {
      try {
        found.add(Optional.of(lookUp.of(question)));
      } catch (UnknownWordException e) {
        if (batch.unknown == UnknownWords.ERROR) {
          throw question.failure(QueryCommand.unknown(e.word(), model));
        }
        unknown.incrementAndGet();
        found.add(Optional.empty());
      } catch (ZeroVectorException e) {
        if (batch.unknown == UnknownWords.ERROR) {
          throw question.failure(String.valueOf(e.getMessage()));
        }
        zero.incrementAndGet();
        found.add(Optional.empty());
      } catch (IllegalArgumentException e) {
        throw question.failure(String.valueOf(e.getMessage()));
      }
    }
    return found;
  }

  /** Returns the rows of a question's answer, which is counted where it has none. */
  List<List<Object>> counted(List<List<Object>> rows) {
    if (rows.isEmpty()) {
      unanswered.incrementAndGet();
    }
    return rows;
  }

  /** Returns the rows of a question that became nothing: none, or one of empty cells. */
  List<List<Object>> withoutAnswer(Query question, int columns) {
    if (batch.unknown == UnknownWords.SKIP) {
      return List.of();
    }
    List<Object> row = new ArrayList<>(question.cells());
    row.addAll(Collections.nCopies(columns - row.size(), Double.NaN));
    return List.of(row);
  }
}
