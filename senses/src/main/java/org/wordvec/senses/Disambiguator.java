package org.wordvec.senses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.wordvec.senses.contexts.ContextSpace;
import org.wordvec.senses.induction.SenseTree.Cluster;
import org.wordvec.vectors.senses.VocabularyTokenizer;
import org.wordvec.vectors.senses.VocabularyTokenizer.Token;

/**
 * Chooses the senses of words in sentences and in raw text. A word is described by the words around
 * it, as in the training: see {@link ContextSpace}. Safe for use by several threads.
 */
public final class Disambiguator {
  private final SenseInventory inventory;
  private final VocabularyTokenizer tokenizer;

  /** Those of words that occurred, since an inventory computes them anew each time. */
  private final Map<Integer, List<Cluster>> clusters = new ConcurrentHashMap<>();

  /** Creates a disambiguator. */
  public Disambiguator(SenseInventory inventory) {
    this.inventory = inventory;
    this.tokenizer = new VocabularyTokenizer(inventory.words());
  }

  /**
   * A word of a sentence, whose sense was chosen.
   *
   * @param place of the word in the sentence, from 0
   * @param word its number in the vocabulary
   * @param probabilities of its senses, the most frequent sense first
   */
  public record Choice(int place, int word, List<Double> probabilities) {
    /** Copies the probabilities. */
    public Choice {
      probabilities = List.copyOf(probabilities);
    }

    /** Returns the most probable sense, from 0. */
    public int sense() {
      return probabilities.indexOf(Collections.max(probabilities));
    }
  }

  /**
   * Returns the choices for all words of a sentence that have several senses, in order.
   *
   * @param sentence its words, as the training split the text
   */
  public List<Choice> choices(List<String> sentence) {
    int[] known = sentence.stream().mapToInt(inventory.words()::indexOf).toArray();
    // A training leaves out words that are not in the vocabulary.
    int[] places = IntStream.range(0, known.length).filter(place -> known[place] >= 0).toArray();
    int[] ids = Arrays.stream(places).map(place -> known[place]).toArray();
    float[] context = new float[inventory.space().features()];
    List<Choice> choices = new ArrayList<>();
    for (int at = 0; at < ids.length; at++) {
      if (inventory.senses().senses(ids[at]) > 1) {
        inventory.space().describe(ids, ids.length, at, context);
        choices.add(new Choice(places[at], ids[at], probabilities(clusters(ids[at]), context)));
      }
    }
    return choices;
  }

  private List<Cluster> clusters(int word) {
    return clusters.computeIfAbsent(word, inventory::clusters);
  }

  /**
   * Returns the probability of each cluster of a word in a context.
   *
   * @param word number of the word
   * @param clusters its senses or its usages
   * @return nothing if the context has no other word of the vocabulary
   */
  public Optional<List<Double>> probabilities(int word, List<Cluster> clusters, String context) {
    return describe(word, context).map(around -> probabilities(clusters, around));
  }

  /**
   * Describes a context of a word: the first occurrence of the word in it, or, if it has none, all
   * words of the context.
   *
   * @return nothing if the context has no other word of the vocabulary
   */
  public Optional<float[]> describe(int word, String context) {
    int[] ids = ids(tokenizer.tokens(context));
    int at = 0;
    while (at < ids.length && ids[at] != word) {
      at++;
    }
    return at < ids.length
        ? describe(word, ids, at)
        : describe(word, around(word, ids), ids.length / 2 + 1);
  }

  /**
   * Describes the context of a word between two texts.
   *
   * @return nothing if these have no other word of the vocabulary
   */
  public Optional<float[]> describe(int word, String left, String right) {
    int[] before = ids(tokenizer.tokens(left));
    int[] after = ids(tokenizer.tokens(right));
    int[] ids = Arrays.copyOf(before, before.length + 1 + after.length);
    ids[before.length] = word;
    System.arraycopy(after, 0, ids, before.length + 1, after.length);
    return describe(word, ids, before.length);
  }

  private Optional<float[]> describe(int word, int[] ids, int place) {
    if (Arrays.stream(ids).allMatch(id -> id < 0 || id == word)) {
      return Optional.empty();
    }
    float[] context = new float[inventory.space().features()];
    inventory.space().describe(ids, ids.length, place, context);
    return Optional.of(context);
  }

  private static List<Double> probabilities(List<Cluster> clusters, float[] context) {
    return Arrays.stream(SenseInventory.probabilities(clusters, context)).boxed().toList();
  }

  private static int[] ids(List<Token> tokens) {
    return tokens.stream().mapToInt(Token::id).toArray();
  }

  /** Returns the words with another in their middle, which has no neighbours. */
  private static int[] around(int word, int[] ids) {
    int half = ids.length / 2;
    int[] all = new int[ids.length + 3];
    System.arraycopy(ids, 0, all, 0, half);
    all[half] = -1;
    all[half + 1] = word;
    all[half + 2] = -1;
    System.arraycopy(ids, half, all, half + 3, ids.length - half);
    return all;
  }
}
