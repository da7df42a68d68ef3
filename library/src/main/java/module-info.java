/** Opens, queries and trains models: all that the command line does, for programs in Java. */
module wordvec.library {
  requires static transitive org.jspecify;
  requires transitive wordvec.corpora;
  requires transitive wordvec.compute;
  requires transitive wordvec.vectors;
  requires transitive wordvec.word2vec;
  requires transitive wordvec.glove;
  requires transitive wordvec.fasttext;
  requires transitive wordvec.senses;
  requires transitive wordvec.cluster;
  requires com.fasterxml.jackson.jr.ob;

  exports org.wordvec.library;
  exports org.wordvec.library.text;
  exports org.wordvec.library.training;
}
