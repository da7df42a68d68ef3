package org.wordvec.corpora;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Words that are frequent and say little. */
public final class StopWords {
  private StopWords() {}

  /**
   * A tokenization's form of words, with the words of a file left out: one a line, in any case or
   * width that the tokenization makes equal.
   *
   * @throws CorpusException if the file is not UTF-8
   */
  public static WordForm read(Path path, Tokenization tokenization) throws IOException {
    WordForm form = tokenization.words();
    WordShaper shaper = new WordShaper(tokenization.with(form.with(WordForm.Lengths.ALL)));
    Set<String> words = new HashSet<>();
    try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String word = line.strip();
        if (!word.isEmpty()) {
          byte[] shaped = shaper.shape(word.getBytes(StandardCharsets.UTF_8));
          words.add(new String(shaped, StandardCharsets.UTF_8));
        }
      }
      words.remove("");
      return form.with(words);
    } catch (CharacterCodingException e) {
      throw new CorpusException(path + ": not valid UTF-8, where stop words were expected", e);
    }
  }
}
