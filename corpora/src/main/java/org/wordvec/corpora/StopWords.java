package org.wordvec.corpora;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

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
    try {
      Set<String> words =
          Files.readAllLines(path, StandardCharsets.UTF_8).stream()
              .map(String::strip)
              .map(word -> shaper.shape(word.getBytes(StandardCharsets.UTF_8)))
              .map(word -> new String(word, StandardCharsets.UTF_8))
              .filter(word -> !word.isEmpty())
              .collect(Collectors.toSet());
      return form.with(words);
    } catch (CharacterCodingException e) {
      throw new CorpusException(path + ": not valid UTF-8, where stop words were expected", e);
    }
  }
}
