/** FastText: Word2Vec whose input vectors are sums over character n-grams. */
module wordvec.fasttext {
  requires static transitive org.jspecify;
  requires transitive wordvec.corpora;
  requires transitive wordvec.compute;
  requires transitive wordvec.vectors;
  requires transitive wordvec.word2vec;

  exports org.wordvec.fasttext;
}
