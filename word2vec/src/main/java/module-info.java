/** Word2Vec: skip-gram and CBOW, with negative sampling or hierarchical softmax. */
module wordvec.word2vec {
  requires static transitive org.jspecify;
  requires transitive wordvec.corpora;
  requires transitive wordvec.compute;
  requires transitive wordvec.vectors;

  exports org.wordvec.word2vec;
  exports org.wordvec.word2vec.device;
}
