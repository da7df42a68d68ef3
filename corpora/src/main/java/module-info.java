/** From text to encoded ids: reading, tokens, vocabulary. Depends on no other room of the house. */
module wordvec.corpora {
  requires static transitive org.jspecify;
  requires com.github.luben.zstd_jni;

  exports org.wordvec.corpora;

  uses org.wordvec.corpora.TokenizerProvider;
}
