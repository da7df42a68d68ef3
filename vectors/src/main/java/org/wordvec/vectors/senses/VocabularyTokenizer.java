package org.wordvec.vectors.senses;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordvec.corpora.words.WordList;

/**
 * Finds a vocabulary's words in raw text. A token is looked up as written, then without surrounding
 * punctuation, then in lower case. In scripts without spaces between words (Chinese, Japanese),
 * text is segmented greedily into the longest known words from left to right. Safe for use by
 * several threads.
 */
public final class VocabularyTokenizer {
  private static final int LONGEST_UNSPACED = 8;

  private final WordList words;

  /** Creates a tokenizer of a vocabulary. */
  public VocabularyTokenizer(WordList words) {
    this.words = words;
  }

  /**
   * A token of a line.
   *
   * @param start index of its first character
   * @param end index after its last character
   * @param id id of the word, or -1 if it is not in the vocabulary
   * @param word the form that was looked up
   */
  public record Token(int start, int end, int id, String word) {}

  /** Returns the tokens of a line, in order. */
  public List<Token> tokens(String line) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      if (line.charAt(at) <= ' ') {
        at++;
      } else if (isUnspaced(line.codePointAt(at))) {
        Token token = longest(line, at);
        tokens.add(token);
        at = token.end;
      } else {
        int end = endOfSpaced(line, at);
        tokens.add(spaced(line, at, end));
        at = end;
      }
    }
    return tokens;
  }

  private static int endOfSpaced(String line, int start) {
    int end = start;
    while (end < line.length() && line.charAt(end) > ' ' && !isUnspaced(line.codePointAt(end))) {
      end += Character.charCount(line.codePointAt(end));
    }
    return end;
  }

  private Token spaced(String line, int start, int end) {
    String written = line.substring(start, end);
    String bare = written.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
    for (String spelling : List.of(written, bare, bare.toLowerCase(Locale.ROOT))) {
      int id = words.indexOf(spelling);
      if (id >= 0) {
        return new Token(start, end, id, spelling);
      }
    }
    return new Token(start, end, -1, bare.toLowerCase(Locale.ROOT));
  }

  private Token longest(String line, int start) {
    List<Integer> ends = new ArrayList<>();
    int end = start;
    while (end < line.length()
        && ends.size() < LONGEST_UNSPACED
        && isUnspaced(line.codePointAt(end))) {
      end += Character.charCount(line.codePointAt(end));
      ends.add(end);
    }
    for (int candidate : ends.reversed()) {
      String spelling = line.substring(start, candidate);
      int id = words.indexOf(spelling);
      if (id >= 0) {
        return new Token(start, candidate, id, spelling);
      }
    }
    int first = ends.getFirst();
    return new Token(start, first, -1, line.substring(start, first));
  }

  private static boolean isUnspaced(int codePoint) {
    if (codePoint < 0x2E80) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA;
  }
}
