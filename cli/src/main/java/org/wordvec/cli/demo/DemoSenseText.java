package org.wordvec.cli.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Generates text for the training of senses: the small world, and both meanings of homonyms. */
record DemoSenseText(List<DemoHomonym> homonyms) {
  /**
   * Returns sentences in random order, one per line; the same ones for the same seed. Those of the
   * small world with a homonym (china) are left out, so that both meanings are equally frequent.
   *
   * @param world text of the small world
   */
  String text(String world, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> sentences =
        new ArrayList<>(world.lines().filter(sentence -> !hasHomonym(sentence)).toList());
    for (DemoHomonym homonym : homonyms) {
      for (DemoMeaning meaning : homonym.meanings()) {
        sentences.addAll(meaning.trainingSentences(random));
      }
    }
    Collections.shuffle(sentences, random);
    return String.join("\n", sentences) + "\n";
  }

  private boolean hasHomonym(String sentence) {
    List<String> words = Arrays.asList(sentence.split(" ", -1));
    return homonyms.stream().anyMatch(homonym -> words.contains(homonym.word()));
  }
}
