package org.wordvec.vectors.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.evaluation.AnalogyQuestions.Question;
import org.wordvec.vectors.search.AnalogyAnswers;
import org.wordvec.vectors.search.AnalogyMethod;
import org.wordvec.vectors.search.SearchEngine;

/**
 * Evaluates vectors on analogy questions by the rules of word2vec's compute-accuracy.
 *
 * <p>A question a : b = c : d is seen if all four words are among the {@code restriction} most
 * frequent; it is correct if d is the best answer among these words without a, b and c. With {@link
 * CaseMatching#FOLDED}, d in another case, such as {@code PARIS}, is correct as well, as in
 * compute-accuracy.
 *
 * <p>Deviations from the C program: upper case follows Unicode instead of ASCII; sections are
 * semantic or syntactic by their name instead of their number, and neither without a name; the
 * score of a candidate is computed from three cosines, which can change the order of near-ties.
 *
 * @param restriction number of words, the most frequent ones, that are used; 0 for all
 * @param caseMatching whether case is ignored
 * @param method scoring of answers; compute-accuracy uses 3CosAdd only
 * @param threads number of threads, 1 or more; does not change the result
 * @param engine multiplies matrices; can change the result by the rounding of near-ties
 */
public record AnalogyEvaluation(
    int restriction,
    CaseMatching caseMatching,
    AnalogyMethod method,
    int threads,
    SearchEngine engine) {
  /** The threshold that word2vec's demo scripts pass to compute-accuracy. */
  public static final int DEFAULT_RESTRICTION = 30_000;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if {@code restriction} is negative or {@code threads} is less
   *     than 1
   */
  public AnalogyEvaluation {
    if (restriction < 0) {
      throw new IllegalArgumentException("the restriction must be 0 or more, not " + restriction);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more, not " + threads);
    }
  }

  /** Creates an evaluation with the built-in search engine. */
  public AnalogyEvaluation(
      int restriction, CaseMatching caseMatching, AnalogyMethod method, int threads) {
    this(restriction, caseMatching, method, threads, SearchEngine.BUILT_IN);
  }

  /**
   * Answers all questions and counts the correct answers.
   *
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  public AnalogyReport evaluate(WordVectors vectors, AnalogyQuestions questions) {
    int words = restriction == 0 ? vectors.size() : Math.min(restriction, vectors.size());
    QuestionWords known = QuestionWords.find(questions, vectors.words(), words, caseMatching);
    List<Question> seen =
        questions.sections().stream()
            .flatMap(section -> section.questions().stream())
            .filter(known::knowsAll)
            .toList();
    int[] answers =
        new AnalogyAnswers(vectors.matrix(), words, method, threads, engine).of(known.ids(seen));
    return report(questions, known, answers);
  }

  private static AnalogyReport report(
      AnalogyQuestions questions, QuestionWords known, int[] answers) {
    List<AnalogyReport.Section> sections = new ArrayList<>();
    int next = 0;
    for (AnalogyQuestions.Section section : questions.sections()) {
      int seen = 0;
      int correct = 0;
      for (Question question : section.questions()) {
        if (known.knowsAll(question)) {
          seen++;
          if (known.isSpelling(answers[next++], question.d())) {
            correct++;
          }
        }
      }
      sections.add(
          new AnalogyReport.Section(
              section.name(),
              section.kind(),
              new AnalogyReport.Score(correct, seen, section.questions().size())));
    }
    return new AnalogyReport(sections);
  }
}
