package org.wordvec.vectors.evaluation;

import java.util.List;
import java.util.function.Predicate;

/**
 * How many analogy questions were answered correctly.
 *
 * @param sections in the order of the question file
 */
public record AnalogyReport(List<Section> sections) {
  /** Takes over the sections. */
  public AnalogyReport {
    sections = List.copyOf(sections);
  }

  /**
   * A section's score.
   *
   * @param kind what the section is about
   */
  public record Section(String name, AnalogyKind kind, Score score) {}

  /**
   * Counts of questions.
   *
   * @param correct answered correctly
   * @param seen with all four words known
   * @param total in the file
   */
  public record Score(int correct, int seen, int total) {
    /** Correct among seen, 0 to 1; NaN if none was seen. */
    public double accuracy() {
      return (double) correct / seen;
    }

    private Score plus(Score other) {
      return new Score(correct + other.correct, seen + other.seen, total + other.total);
    }
  }

  /** Over all sections. */
  public Score total() {
    return sum(section -> true);
  }

  /** Over the sections about meaning. */
  public Score semantic() {
    return sum(section -> section.kind() == AnalogyKind.SEMANTIC);
  }

  /** Over the sections about grammar. */
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
