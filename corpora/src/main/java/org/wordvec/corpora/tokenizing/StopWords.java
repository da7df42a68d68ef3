package org.wordvec.corpora.tokenizing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;

/** Reads lists of stop words. */
public final class StopWords {
  private StopWords() {}

  /**
   * Returns the word normalization of a tokenization with the words of a file as stop words.
   *
   * @param file one word per line, in any case or width that the tokenization normalizes
   * @throws TextFileException if a line is malformed; names the line
   */
  public static WordNormalization read(TextFile file, Tokenization tokenization)
      throws IOException {
    WordNormalization form = tokenization.words();
    WordNormalizer shaper =
        new WordNormalizer(tokenization.with(form.with(WordNormalization.Lengths.ALL)));
    Set<String> words = new HashSet<>();
    try (NumberedLines lines = file.lines()) {
      while (lines.next()) {
        String word = lines.text().strip();
        if (!word.isEmpty()) {
          byte[] shaped = shaper.shape(word.getBytes(StandardCharsets.UTF_8));
          words.add(new String(shaped, StandardCharsets.UTF_8));
        }
      }
    }
    words.remove("");
    return form.with(words);
  }
}
