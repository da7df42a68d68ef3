package org.wordvec.corpora.tokenizing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.reading.TextFileException;

/** Words that are frequent and say little. */
public final class StopWords {
  private StopWords() {}

  /**
   * A tokenization's form of words, with the words of a file left out: one a line, in any case or
   * width that the tokenization makes equal.
   *
   * @throws TextFileException naming the line that is no text
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
