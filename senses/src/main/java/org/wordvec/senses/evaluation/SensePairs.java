package org.wordvec.senses.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wordvec.senses.Disambiguator;
import org.wordvec.senses.SenseInventory;
import org.wordvec.vectors.Geometry;
import org.wordvec.vectors.WordVectors;
import org.wordvec.vectors.evaluation.Correlation;
import org.wordvec.vectors.evaluation.PairReport;

/**
 * Compares similarities of senses with human ratings of word pairs, by the usual measures
 * (Reisinger and Mooney 2010; Huang et al. 2012). Words are looked up as written, then in lower
 * case.
 *
 * @param inventory of the senses
 * @param vectors of the senses
 */
public record SensePairs(SenseInventory inventory, WordVectors vectors) {
  /** How the similarity of two words follows from those of their senses. */
  public enum Measure {
    /** The cosine of the most frequent senses. */
    MAIN,
    /** The cosine of the words' context vectors, of which each word has one. */
    GLOBAL,
    /** The greatest cosine of two senses. */
    MAXIMUM,
    /** The mean of the cosines of all pairs of senses. */
    AVERAGE,
    /**
     * The mean of the cosines of all pairs, weighted by the senses' probabilities in the contexts.
     */
    CONTEXT
  }

  /**
   * Two words and their rating.
   *
   * @param score rating on any scale
   * @param contexts of the first and of the second word; empty if the file has none
   */
  public record RatedPair(String first, String second, double score, List<String> contexts) {
    /** Copies the contexts. */
    public RatedPair {
      contexts = List.copyOf(contexts);
    }
  }

  /** Returns the correlations by measure; {@link Measure#CONTEXT} only where there are contexts. */
  public Map<Measure, PairReport> evaluate(List<RatedPair> pairs) {
    Disambiguator disambiguator = new Disambiguator(inventory);
    boolean inContext = pairs.stream().anyMatch(pair -> !pair.contexts().isEmpty());
    Map<Measure, PairReport> reports = new LinkedHashMap<>();
    for (Measure measure : Measure.values()) {
      if (measure != Measure.CONTEXT || inContext) {
        reports.put(measure, evaluate(pairs, measure, disambiguator));
      }
    }
    return reports;
  }

  private PairReport evaluate(List<RatedPair> pairs, Measure measure, Disambiguator disambiguator) {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (RatedPair pair : pairs) {
      int first = word(pair.first());
      int second = word(pair.second());
      if (first >= 0 && second >= 0) {
        ours.add(similarity(pair, first, second, measure, disambiguator));
        theirs.add(pair.score());
      }
    }
    double[] cosines = ours.stream().mapToDouble(Double::doubleValue).toArray();
    double[] scores = theirs.stream().mapToDouble(Double::doubleValue).toArray();
    return new PairReport(
        Correlation.spearman(cosines, scores),
        Correlation.pearson(cosines, scores),
        cosines.length,
        0,
        0,
        pairs.size());
  }

  private int word(String text) {
    int exact = inventory.words().indexOf(text);
    return exact >= 0 ? exact : inventory.words().indexOf(text.toLowerCase(Locale.ROOT));
  }

  private double similarity(
      RatedPair pair, int first, int second, Measure measure, Disambiguator disambiguator) {
    List<float[]> ones = senses(first);
    List<float[]> others = senses(second);
    return switch (measure) {
      case MAIN -> Geometry.between(ones.getFirst(), others.getFirst());
      case GLOBAL ->
          Geometry.between(
              inventory.space().vectors().row(first), inventory.space().vectors().row(second));
      case MAXIMUM ->
          ones.stream()
              .flatMap(one -> others.stream().map(other -> Geometry.between(one, other)))
              .max(Double::compare)
              .orElseThrow();
      case AVERAGE -> weighted(ones, equal(ones.size()), others, equal(others.size()));
      case CONTEXT ->
          weighted(
              ones,
              probabilities(first, pair, 0, ones.size(), disambiguator),
              others,
              probabilities(second, pair, 1, others.size(), disambiguator));
    };
  }

  private List<float[]> senses(int word) {
    List<float[]> senses = new ArrayList<>();
    for (int sense = 0; sense < inventory.senses().senses(word); sense++) {
      senses.add(vectors.vector(inventory.name(word, sense)).orElseThrow());
    }
    return senses;
  }

  private List<Double> probabilities(
      int word, RatedPair pair, int context, int senses, Disambiguator disambiguator) {
    return senses == 1 || pair.contexts().size() <= context
        ? equal(senses)
        : Optional.of(pair.contexts().get(context))
            .flatMap(text -> disambiguator.probabilities(word, inventory.clusters(word), text))
            .orElse(equal(senses));
  }

  private static List<Double> equal(int senses) {
    return Collections.nCopies(senses, 1.0 / senses);
  }

  private static double weighted(
      List<float[]> ones, List<Double> weights, List<float[]> others, List<Double> otherWeights) {
    double sum = 0;
    for (int i = 0; i < ones.size(); i++) {
      for (int j = 0; j < others.size(); j++) {
        sum += weights.get(i) * otherWeights.get(j) * Geometry.between(ones.get(i), others.get(j));
      }
    }
    return sum;
  }
}
