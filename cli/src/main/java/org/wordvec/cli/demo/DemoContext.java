package org.wordvec.cli.demo;

import java.util.Collections;
import java.util.List;
import org.wordvec.senses.Disambiguator;
import org.wordvec.senses.SenseInventory;

/** An occurrence of a word in a sentence, whose words spaces separate. */
record DemoContext(String word, String sentence) {
  /**
   * The most probable sense in a context.
   *
   * @param context in which the word has the sense
   * @param sense its number, from 0
   * @param name for instance {@code bank#1}
   * @param probability of this sense
   */
  record Choice(DemoContext context, int sense, String name, double probability) {}

  /** Returns the most probable sense of the word. */
  Choice choose(SenseInventory inventory) {
    int id = inventory.words().indexOf(word);
    List<Double> probabilities =
        new Disambiguator(inventory)
            .probabilities(id, inventory.clusters(id), sentence)
            .orElseThrow();
    int sense = probabilities.indexOf(Collections.max(probabilities));
    return new Choice(this, sense, inventory.name(id, sense), probabilities.get(sense));
  }
}
