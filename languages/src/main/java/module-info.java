/**
 * A plug-in with tokenizers, encoding detection and simplification of Chinese on large libraries.
 * The program loads it only when needed, on a class path of its own; META-INF/services names the
 * same services for that.
 */
@SuppressWarnings("requires-automatic") // Neither library is a module yet.
module wordvec.languages {
  requires static org.jspecify;
  requires wordvec.corpora;
  requires com.ibm.icu;
  requires hanlp.portable;

  provides org.wordvec.corpora.tokenizing.TokenizerProvider with
      org.wordvec.languages.LanguageTokenizers;
  provides org.wordvec.corpora.reading.EncodingDetector with
      org.wordvec.languages.IcuEncodingDetector;
  provides org.wordvec.corpora.tokenizing.Simplification with
      org.wordvec.languages.SimplifiedChinese;
}
