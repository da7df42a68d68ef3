package org.wordvec.languages;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import org.wordvec.corpora.tokenizing.TokenSink;
import org.wordvec.corpora.tokenizing.Tokenizer;

/**
 * Splits at Unicode word boundaries (UAX 29) with ICU; Thai, Lao, Khmer, Burmese, Japanese and
 * Chinese by ICU's dictionaries.
 */
final class WordTokenizer implements Tokenizer {
  private final BreakIterator boundaries;

  WordTokenizer(Locale locale) {
    boundaries = BreakIterator.getWordInstance(locale);
  }

  @Override
  public void tokenize(String text, TokenSink tokens) {
    boundaries.setText(text);
    int start = boundaries.first();
    for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      tokens.accept(text, start, end);
      start = end;
    }
  }
}
