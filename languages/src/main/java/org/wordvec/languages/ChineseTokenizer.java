package org.wordvec.languages;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import org.wordvec.corpora.TokenSink;
import org.wordvec.corpora.Tokenizer;

/**
 * Cuts Chinese into the words of HanLP's dictionary, the likeliest path through its word bigrams.
 *
 * <p>Its recognition of names is off: it more than halves the speed, and of rare names it makes up
 * ones that are none. What the dictionary lacks falls into single characters.
 */
final class ChineseTokenizer implements Tokenizer {
  private final Segment segment =
      HanLP.newSegment()
          .enableNameRecognize(false)
          .enableTranslatedNameRecognize(false)
          .enableJapaneseNameRecognize(false)
          .enablePlaceRecognize(false)
          .enableOrganizationRecognize(false)
          .enablePartOfSpeechTagging(false);

  @Override
  public void tokenize(String text, TokenSink tokens) {
    if (text.isBlank()) {
      return;
    }
    for (Term term : segment.seg(text)) {
      tokens.accept(term.word);
    }
  }
}
