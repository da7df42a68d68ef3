package org.wordvec.vectors.evaluation;

import java.util.List;
import java.util.function.Predicate;

/**
 * The results of an analogy evaluation.
 *
 * @param sections scores in the order of the question file
 */
public record AnalogyReport(List<Section> sections) {
  /** Copies the sections. */
  public AnalogyReport {
    sections = List.copyOf(sections);
  }

  /** The score of a section. */
  public record Section(String name, AnalogyKind kind, Score score) {}

  /**
   * Counts of questions.
   *
   * @param correct number of correct answers
   * @param seen number of questions whose four words are known
   * @param total number of questions in the file
   */
  public record Score(int correct, int seen, int total) {
    /**
     * Returns the share of correct answers among the seen questions, 0 to 1; NaN if none was seen.
     */
    public double accuracy() {
      return (double) correct / seen;
    }

    private Score plus(Score other) {
      return new Score(correct + other.correct, seen + other.seen, total + other.total);
    }
  }

  /** Returns the score over all sections. */
  public Score total() {
    return sum(section -> true);
  }

  /** Returns the score over the semantic sections. */
  public Score semantic() {
    return sum(section -> section.kind() == AnalogyKind.SEMANTIC);
  }

  /** Returns the score over the syntactic sections. */
  public Score syntactic() {
    return sum(section -> section.kind() == AnalogyKind.SYNTACTIC);
  }

  private Score sum(Predicate<Section> kind) {
    return sections.stream()
        .filter(kind)
        .map(Section::score)
        .reduce(new Score(0, 0, 0), Score::plus);
  }
}
