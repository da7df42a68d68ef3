/** FastText: Word2Vec whose input vectors are means over character n-grams. */
module wordvec.fasttext {
  requires static transitive org.jspecify;
  requires transitive wordvec.corpora;
  requires transitive wordvec.compute;
  requires transitive wordvec.vectors;
  requires transitive wordvec.word2vec;

  exports org.wordvec.fasttext;
  exports org.wordvec.fasttext.device;
  exports org.wordvec.fasttext.files;
}
