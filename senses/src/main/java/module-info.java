/** Word senses: skip-gram vectors for each sense of a word, found by the contexts of words. */
module wordvec.senses {
  requires static transitive org.jspecify;
  requires transitive wordvec.corpora;
  requires transitive wordvec.compute;
  requires transitive wordvec.vectors;
  requires transitive wordvec.word2vec;

  exports org.wordvec.senses;
  exports org.wordvec.senses.contexts;
  exports org.wordvec.senses.evaluation;
  exports org.wordvec.senses.files;
  exports org.wordvec.senses.induction;
}
