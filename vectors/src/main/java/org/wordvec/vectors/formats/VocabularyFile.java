package org.wordvec.vectors.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.corpora.words.WordList;
import org.wordvec.vectors.VectorFormatException;
import org.wordvec.vectors.WordVectors;

/**
 * A file with the words of a model without words, one per line. Lines of a word and its count, as
 * in vocabularies of word2vec and GloVe, are accepted if all lines have that form.
 *
 * @param path the file of words
 * @param model the model, for messages
 */
record VocabularyFile(Path path, Path model) {
  /** Extensions of files beside the model in which words are searched. */
  static final List<String> EXTENSIONS = List.of(".vocab", ".txt");

  /** Returns the file that the user names, or the one beside the model. */
  static VocabularyFile find(Path model, @Nullable Path named) throws VectorFormatException {
    if (named != null) {
      return new VocabularyFile(named, model);
    }
    for (String extension : EXTENSIONS) {
      Path beside = beside(model, extension);
      if (Files.isRegularFile(beside)) {
        return new VocabularyFile(beside, model);
      }
    }
    throw new VectorFormatException(
        model,
        "has no words, and neither %s nor %s with one word per line is beside it"
            .formatted(
                beside(model, EXTENSIONS.get(0)).getFileName(),
                beside(model, EXTENSIONS.get(1)).getFileName()));
  }

  /** Returns the file of the same name with another extension. */
  static Path beside(Path model, String extension) {
    String name = String.valueOf(model.getFileName());
    int dot = name.lastIndexOf('.');
    return model.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + extension);
  }

  /**
   * Reads the words.
   *
   * @param rows expected number of words
   * @throws VectorFormatException if the number of words differs
   */
  WordList read(long rows) throws IOException {
    WordList.Builder builder = new WordList.Builder();
    try (NumberedLines lines = TextFile.at(path).lines()) {
      while (lines.next()) {
        byte[] line = lines.bytes();
        if (line.length == 0) {
          throw lines.failure("is empty; expected a word");
        }
        builder.add(line, 0, line.length);
      }
    }
    WordList words = builder.build();
    if (words.size() != rows) {
      throw new VectorFormatException(
          path,
          String.format(
              Locale.ROOT,
              "has %d lines, where %s has %d rows",
              words.size(),
              model.getFileName(),
              rows));
    }
    return CountedWords.areAll(words) ? CountedWords.without(words) : words;
  }

  /** Checks that the words of vectors can be written to such a file. */
  static void check(WordVectors vectors, Path path) throws VectorFormatException {
    Writable.check(vectors, path, Writable.ON_A_LINE);
    if (CountedWords.areAll(vectors.words())) {
      throw new VectorFormatException(
          path, "cannot write the words: every one ends in a number, which would pass for a count");
    }
  }

  static void write(WordList words, OutputStream stream) throws IOException {
    for (int id = 0; id < words.size(); id++) {
      stream.write(words.utf8(id));
      stream.write('\n');
    }
  }
}
