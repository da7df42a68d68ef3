package org.wordvec.cli.demo;

import java.util.List;
import java.util.stream.IntStream;
import org.wordvec.corpora.words.WordList;
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
    WordList words = inventory.words();
    List<String> tokens = List.of(sentence.split(" ", -1));
    int[] ids = tokens.stream().mapToInt(words::indexOf).toArray();
    int place = tokens.indexOf(word);
    int id = ids[place];
    float[] description = new float[inventory.space().features()];
    inventory.space().describe(ids, ids.length, place, description);
    double[] probabilities = SenseInventory.probabilities(inventory.clusters(id), description);
    int sense =
        IntStream.range(1, probabilities.length)
            .reduce(0, (best, next) -> probabilities[next] > probabilities[best] ? next : best);
    return new Choice(this, sense, inventory.name(id, sense), probabilities[sense]);
  }
}
