package org.wordvec.cli.shell;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.wordvec.corpora.reading.PrintableText;
import org.wordvec.corpora.words.WordList;

/**
 * Completes directives and commands at the beginning of a line, and words of the model everywhere.
 * Words are scanned in the order of the model, so that the most frequent ones come first, no index
 * is needed, and the scan ends after enough matches.
 */
final class WordCompleter implements Completer {
  private static final int MAXIMUM = 60;
  private static final List<String> DIRECTIVES = List.of(":help", ":set", ":open", ":quit");

  private final Interpreter interpreter;

  WordCompleter(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String typed = line.word().substring(0, line.wordCursor());
    if (line.wordIndex() == 0) {
      add(DIRECTIVES, typed, "directives", candidates);
      add(
          Arrays.stream(ShellVerb.values()).map(ShellVerb::word).toList(),
          typed,
          "commands",
          candidates);
    }
    if (line.wordIndex() == 1 && line.words().getFirst().equals(":set")) {
      add(ShellSettings.NAMES, typed, "settings", candidates);
    } else if (!typed.isEmpty() && !line.words().getFirst().startsWith(":")) {
      addWords(typed, candidates);
    }
  }

  private static void add(
      List<String> names, String typed, String group, List<Candidate> candidates) {
    for (String name : names) {
      if (name.startsWith(typed)) {
        candidates.add(new Candidate(name, name, group, null, null, null, true, candidates.size()));
      }
    }
  }

  private void addWords(String typed, List<Candidate> candidates) {
    for (String word : startingWith(typed, interpreter.words(), MAXIMUM)) {
      candidates.add(new Candidate(word, word, "words", null, null, null, true, candidates.size()));
    }
  }

  /** Returns the first words of a list with a prefix, except those with control characters. */
  static List<String> startingWith(String prefix, WordList words, int most) {
    byte[] wanted = prefix.getBytes(StandardCharsets.UTF_8);
    return IntStream.range(0, words.size())
        .filter(id -> words.length(id) >= wanted.length)
        .filter(id -> Arrays.equals(words.utf8(id), 0, wanted.length, wanted, 0, wanted.length))
        .mapToObj(words::word)
        .filter(PrintableText::isPrintable)
        .limit(most)
        .toList();
  }
}
