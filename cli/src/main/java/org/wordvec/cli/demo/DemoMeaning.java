package org.wordvec.cli.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A meaning of a homonym.
 *
 * @param name what the word means
 * @param own sentences with the homonym
 * @param others the same sentences with words of similar meaning in its place
 * @param heldOut sentences with the homonym for the test, whose patterns the corpus does not have
 */
record DemoMeaning(String name, DemoScene own, DemoScene others, DemoScene heldOut) {
  /**
   * Number of sentences with the homonym in the corpus. Those of both meanings together must be
   * fewer than 0.1 % of its words, since more frequent words are not divided into senses.
   */
  private static final int OWN = 250;

  /**
   * Number of sentences with other words in its place. They are many more, as in large texts: if
   * only the homonym occurred with the words of both meanings, it would make these similar.
   */
  private static final int OTHERS = 2_500;

  private static final int HELD_OUT = 30;

  /** Returns random sentences for the corpus. */
  List<String> trainingSentences(SplittableRandom random) {
    return Stream.concat(
            Stream.generate(() -> own.sentence(random)).limit(OWN),
            Stream.generate(() -> others.sentence(random)).limit(OTHERS))
        .toList();
  }

  /** Returns random sentences for the test. */
  List<String> heldOutSentences(SplittableRandom random) {
    return Stream.generate(() -> heldOut.sentence(random)).limit(HELD_OUT).toList();
  }
}
