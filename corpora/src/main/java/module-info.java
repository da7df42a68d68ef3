/** From text to encoded ids: reading, tokens, vocabulary. Depends on no other module of wordvec. */
@SuppressWarnings("module") // The modules that packages are exported to are built later.
module wordvec.corpora {
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.github.luben.zstd_jni;
  requires java.xml;
  requires org.apache.commons.compress;
  requires org.apache.commons.csv;
  requires org.apache.commons.io;
  requires org.jsoup;
  requires org.tukaani.xz;

  exports org.wordvec.corpora;
  exports org.wordvec.corpora.phrases;
  exports org.wordvec.corpora.reading;
  exports org.wordvec.corpora.sources;
  exports org.wordvec.corpora.text;
  exports org.wordvec.corpora.tokenizing;
  exports org.wordvec.corpora.words;
  exports org.wordvec.corpora.parallel to
      wordvec.cli,
      wordvec.fasttext,
      wordvec.glove,
      wordvec.senses,
      wordvec.vectors;

  uses org.wordvec.corpora.reading.EncodingDetector;
  uses org.wordvec.corpora.tokenizing.Simplification;
  uses org.wordvec.corpora.tokenizing.TokenizerProvider;
}
