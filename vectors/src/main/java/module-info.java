/** What training yields: word vectors, their file formats, search and evaluation. */
module wordvec.vectors {
  requires static transitive org.jspecify;
  requires transitive wordvec.corpora;
  requires transitive wordvec.compute;
  requires com.fasterxml.jackson.core;
  requires ch.randelshofer.fastdoubleparser;

  exports org.wordvec.vectors;
  exports org.wordvec.vectors.senses;
}
