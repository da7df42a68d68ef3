package org.wordvec.languages;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks up words in HanLP's dictionary of simplified Chinese. */
final class SimplifiedWords {
  private static final int LONGEST = 4;

  private static final char FIRST = '\u4e00';
  private static final char LAST = '\u9fff';

  private final Map<Character, Boolean> used = new ConcurrentHashMap<>();

  /** Returns whether a word of two characters contains a character. */
  boolean use(char letter) {
    return used.computeIfAbsent(letter, SimplifiedWords::occurs);
  }

  private static boolean occurs(char letter) {
    for (char other = FIRST; other <= LAST; other++) {
      if (CoreDictionary.contains("" + letter + other)
          || CoreDictionary.contains("" + other + letter)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the length of the word in a value of {@link #fit}. */
  static int length(long fit) {
    return (int) (fit >> Integer.SIZE);
  }

  /**
   * Returns how well the character at an index forms a word with those around it: longer words are
   * better, then more frequent ones.
   *
   * @return 0 if it is part of no word of up to {@value #LONGEST} characters
   */
  long fit(char[] text, int at) {
    long best = 0;
    for (int start = Math.max(0, at - LONGEST + 1); start <= at; start++) {
      for (int end = at + 1; end <= Math.min(text.length, start + LONGEST); end++) {
        int length = end - start;
        CoreDictionary.Attribute word =
            length == 1 ? null : CoreDictionary.get(new String(text, start, length));
        if (word != null) {
          best = Math.max(best, ((long) length << Integer.SIZE) + word.totalFrequency);
        }
      }
    }
    return best;
  }
}
