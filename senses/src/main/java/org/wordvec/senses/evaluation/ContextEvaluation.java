package org.wordvec.senses.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wordvec.senses.Disambiguator;
import org.wordvec.senses.SenseInventory;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.senses.induction.SenseTree.Cluster;

/**
 * Compares the senses chosen in tagged contexts with their tags, word by word, as in SemEval-2010
 * task 14 (Manandhar et al. 2010). The word stands between the two texts of a context and need not
 * be in them. Each context gets the cluster with the nearest centre.
 *
 * @param inventory of the model
 * @param division which clusters are compared with the tags
 */
public record ContextEvaluation(SenseInventory inventory, Division division) {
  /** Divisions of a word's contexts. */
  public enum Division {
    /** The senses that have vectors of their own. */
    SENSES,
    /** The finest division: what dictionaries list, and taggers tell apart. */
    USAGES
  }

  /**
   * The result of a word.
   *
   * @param word as in the file
   * @param contexts how many of it there are
   * @param known whether the model has the word
   * @param found number of clusters that the model has for the word
   * @param tagged number of senses in the file
   * @param agreement of clusters and tags
   */
  public record Result(
      String word,
      int contexts,
      boolean known,
      int found,
      int tagged,
      ClusterAgreement agreement) {}

  /** Evaluates all words, in the order of their first contexts. */
  public List<Result> evaluate(List<TaggedContext> contexts) {
    Map<String, List<TaggedContext>> words = new LinkedHashMap<>();
    contexts.forEach(
        context -> words.computeIfAbsent(context.word(), w -> new ArrayList<>()).add(context));
    Disambiguator disambiguator = new Disambiguator(inventory);
    return words.values().stream().map(of -> evaluate(of, disambiguator)).toList();
  }

  private Result evaluate(List<TaggedContext> contexts, Disambiguator disambiguator) {
    TaggedContext first = contexts.getFirst();
    int exact = inventory.words().indexOf(first.word());
    int word = exact >= 0 ? exact : inventory.words().indexOf(first.lemma());
    List<Cluster> clusters = word < 0 ? List.of() : clusters(word);
    List<float[]> centres = clusters.stream().map(Cluster::centre).toList();
    int[] chosen = new int[contexts.size()];
    for (int i = 0; i < chosen.length && clusters.size() > 1; i++) {
      TaggedContext context = contexts.get(i);
      Optional<float[]> around = disambiguator.describe(word, context.left(), context.right());
      chosen[i] = around.map(vector -> ContextSpace.nearest(centres, vector)).orElse(0);
    }
    List<String> tags = contexts.stream().map(TaggedContext::sense).toList();
    return new Result(
        first.word(),
        contexts.size(),
        word >= 0,
        Math.max(1, clusters.size()),
        (int) tags.stream().distinct().count(),
        ClusterAgreement.of(tags, chosen));
  }

  private List<Cluster> clusters(int word) {
    return switch (division) {
      case SENSES -> inventory.clusters(word);
      case USAGES -> inventory.usages(word);
    };
  }
}
