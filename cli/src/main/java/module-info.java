/** The command line: the only place that prints, exits or reads argv. */
module wordvec.cli {
  requires static transitive org.jspecify;
  requires wordvec.corpora;
  requires wordvec.compute;
  requires wordvec.vectors;
  requires wordvec.word2vec;
  requires wordvec.glove;
  requires wordvec.fasttext;
  requires info.picocli;
  requires org.apache.commons.csv;
  requires com.fasterxml.jackson.jr.ob;
  requires com.fasterxml.jackson.core;

  opens org.wordvec.cli to
      info.picocli;
}
