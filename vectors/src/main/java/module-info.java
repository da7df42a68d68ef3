/** What training yields: word vectors, their file formats, search and evaluation. */
@SuppressWarnings("module") // The modules that packages are exported to are built later.
module wordvec.vectors {
  requires static transitive org.jspecify;
  requires transitive wordvec.corpora;
  requires transitive wordvec.compute;
  requires com.fasterxml.jackson.core;
  requires ch.randelshofer.fastdoubleparser;

  exports org.wordvec.vectors;
  exports org.wordvec.vectors.evaluation;
  exports org.wordvec.vectors.formats;
  exports org.wordvec.vectors.repair;
  exports org.wordvec.vectors.search;
  exports org.wordvec.vectors.senses;
  exports org.wordvec.vectors.output to
      wordvec.cli,
      wordvec.library,
      wordvec.fasttext,
      wordvec.senses;
  exports org.wordvec.vectors.reading to
      wordvec.fasttext;
}
