package org.wordvec.languages;

import java.util.Locale;
import org.wordvec.corpora.tokenizing.TokenSink;
import org.wordvec.corpora.tokenizing.Tokenizer;

/** Splits Chinese into characters, and other scripts into words. */
final class CharacterTokenizer implements Tokenizer {
  private final WordTokenizer words;

  CharacterTokenizer(Locale locale) {
    words = new WordTokenizer(locale);
  }

  @Override
  public void tokenize(String text, TokenSink tokens) {
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (Character.isIdeographic(point)) {
        others(text, start, at, tokens);
        tokens.accept(text, at, next);
        start = next;
      }
      at = next;
    }
    others(text, start, at, tokens);
  }

  private void others(String text, int start, int end, TokenSink tokens) {
    if (start < end) {
      words.tokenize(text.substring(start, end), tokens);
    }
  }
}
