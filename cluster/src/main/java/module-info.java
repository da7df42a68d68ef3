/** The interface between the commands and a cluster, whichever engine runs it. */
module wordvec.cluster {
  requires static transitive org.jspecify;
  requires transitive wordvec.corpora;
  requires transitive wordvec.compute;
  requires transitive wordvec.vectors;
  requires transitive wordvec.word2vec;
  requires transitive wordvec.glove;
  requires transitive wordvec.fasttext;

  exports org.wordvec.cluster;
}
