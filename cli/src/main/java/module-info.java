/** The command line: the only place that prints, exits or reads argv. */
@SuppressWarnings("requires-automatic") // JLine names its modules, but does not describe them.
module wordvec.cli {
  requires static transitive org.jspecify;
  requires wordvec.corpora;
  requires wordvec.compute;
  requires wordvec.vectors;
  requires wordvec.word2vec;
  requires wordvec.glove;
  requires wordvec.fasttext;
  requires wordvec.senses;
  requires wordvec.pictures;
  requires wordvec.cluster;
  requires wordvec.library;
  requires info.picocli;
  requires org.apache.commons.csv;
  requires com.fasterxml.jackson.jr.ob;
  requires com.fasterxml.jackson.core;
  requires org.jline.reader;
  requires org.jline.terminal;

  opens org.wordvec.cli to
      info.picocli;
  opens org.wordvec.cli.base to
      info.picocli;
  opens org.wordvec.cli.demo to
      info.picocli;
  opens org.wordvec.cli.help to
      info.picocli;
  opens org.wordvec.cli.map to
      info.picocli;
  opens org.wordvec.cli.output to
      info.picocli;
  opens org.wordvec.cli.progress to
      info.picocli;
  opens org.wordvec.cli.query to
      info.picocli;
  opens org.wordvec.cli.senses to
      info.picocli;
  opens org.wordvec.cli.shell to
      info.picocli;
  opens org.wordvec.cli.terminal to
      info.picocli;
  opens org.wordvec.cli.text to
      info.picocli;
  opens org.wordvec.cli.train to
      info.picocli;
}
