package org.wordvec.cli.demo;

import org.wordvec.library.FailedException;

/**
 * The scores of all models.
 *
 * @param spelling number of misspelt words that FastText recognised
 * @param senses number of homonyms with a sense for each meaning
 * @param homonyms number of all homonyms
 */
record DemoVerdict(
    DemoScore skipGram, DemoScore cbow, DemoScore glove, int spelling, int senses, int homonyms) {
  /** Returns all scores in a line. */
  String summary() {
    return "score: skip-gram "
        + skipGram.summary()
        + ", CBOW "
        + cbow.summary()
        + ", GloVe "
        + glove.summary()
        + ", FastText "
        + spelling
        + "/"
        + DemoSpelling.size()
        + ", senses "
        + senses
        + "/"
        + homonyms;
  }

  /**
   * Checks the scores. One homonym may be wrong: none was with any of 30 seeds, but the division
   * into senses has a threshold, and several threads do not train the same vectors twice.
   *
   * @throws FailedException if one is too low
   */
  void check() {
    if (!skipGram.passed()
        || !cbow.passed()
        || !glove.passed()
        || spelling <= DemoSpelling.size() / 2
        || senses < homonyms - 1) {
      throw new FailedException(
          "the demo failed: every model must solve king - man + woman and at least "
              + DemoScore.NEEDED
              + " others, FastText must recognise most misspelt words, and all homonyms but one"
              + " must have a sense for each meaning");
    }
  }
}
