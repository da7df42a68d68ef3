package org.wordvec.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.wordvec.cli.Report.Column;
import org.wordvec.vectors.UnknownWordException;

/**
 * Runs a stream of questions of which some may have words without a vector. Used once; {@link
 * #known} and {@link #withoutAnswer} by several threads.
 */
final class StreamedAnswers {
  private final BatchOptions batch;
  private final Model model;
  private final AtomicLong skipped = new AtomicLong();

  StreamedAnswers(BatchOptions batch, Model model) {
    this.batch = batch;
    this.model = model;
  }

  /** What a question becomes once its words are looked up. */
  interface LookUp<T> {
    /** May throw an {@link UnknownWordException}, or an error that names the question's fault. */
    T of(Question question);
  }

  void run(List<Column> columns, OutputFormat format, BatchRun.Answerer answerer, Terminal terminal)
      throws IOException {
    try (Questions questions = batch.open(terminal)) {
      BatchRun.Answerer unchanged =
          (block, threads) -> model.unchanged(() -> answerer.rows(block, threads));
      new BatchRun(columns, format, unchanged, terminal).run(questions);
    }
    long left = skipped.get();
    if (left > 0) {
      String were = left == 1 ? " question was" : " questions were";
      terminal.err().println("wordvec: " + left + were + " left out for unknown words");
    }
  }

  /** For each question what it became, or nothing if it has an unknown word and that is allowed. */
  <T> List<Optional<T>> known(List<Question> block, LookUp<T> lookUp) {
    List<Optional<T>> found = new ArrayList<>(block.size());
    for (Question question : block) {
      try {
        found.add(Optional.of(lookUp.of(question)));
      } catch (UnknownWordException e) {
        if (batch.unknown == UnknownWords.ERROR) {
          throw question.failure(QueryCommand.unknown(e.word(), model));
        }
        found.add(Optional.empty());
      } catch (IllegalArgumentException e) {
        throw question.failure(String.valueOf(e.getMessage()));
      }
    }
    return found;
  }

  /** The rows of a question without an answer: none, which is counted, or one of empty cells. */
  List<List<Object>> withoutAnswer(Question question, int columns) {
    if (batch.unknown == UnknownWords.SKIP) {
      skipped.incrementAndGet();
      return List.of();
    }
    List<Object> row = new ArrayList<>(question.cells());
    row.addAll(Collections.nCopies(columns - row.size(), Double.NaN));
    return List.of(row);
  }
}
