package org.wordvec.vectors.formats;

import org.wordvec.corpora.words.WordList;

/** Handles lines of a word, a space or tab, and a count. */
final class CountedWords {
  private CountedWords() {}

  static boolean areAll(WordList lines) {
    for (int id = 0; id < lines.size(); id++) {
      byte[] line = lines.utf8(id);
      if (wordEnd(line) < 1) {
        return false;
      }
    }
    return lines.size() > 0;
  }

  static WordList without(WordList lines) {
    WordList.Builder words = new WordList.Builder();
    for (int id = 0; id < lines.size(); id++) {
      byte[] line = lines.utf8(id);
      words.add(line, 0, wordEnd(line));
    }
    return words.build();
  }

  /** Returns the end of the word before a count; −1 if there is no count. */
  private static int wordEnd(byte[] line) {
    int end = line.length;
    while (end > 0 && line[end - 1] >= '0' && line[end - 1] <= '9') {
      end--;
    }
    boolean counted =
        end < line.length && end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t');
    return counted ? end - 1 : -1;
  }
}
