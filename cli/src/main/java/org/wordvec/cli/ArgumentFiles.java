package org.wordvec.cli;

import java.io.IOException;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wordvec.corpora.reading.NumberedLines;
import org.wordvec.corpora.reading.TextFile;
import org.wordvec.library.FailedException;

/**
 * Expands {@code @file} to the arguments in the file: words separated by white space or in quotes;
 * a {@code #} starts a comment. {@code @@word} stands for the argument {@code @word}.
 */
final class ArgumentFiles {
  /**
   * Commands whose arguments are files only; arguments of other commands may be words that begin
   * with an @.
   */
  private static final List<String> FILE_COMMANDS = List.of("train", "vocab", "cooccur");

  private static final int MAXIMUM_DEPTH = 10;

  private ArgumentFiles() {}

  static List<String> expand(List<String> arguments) throws IOException {
    if (arguments.isEmpty() || !FILE_COMMANDS.contains(arguments.getFirst())) {
      return arguments;
    }
    List<String> expanded = new ArrayList<>();
    for (String argument : arguments) {
      add(argument, expanded, 0);
    }
    return expanded;
  }

  private static void add(String argument, List<String> expanded, int depth) throws IOException {
    Path file = argument.startsWith("@") ? Path.of(argument.substring(1)) : Path.of("");
    if (argument.startsWith("@@")) {
      expanded.add(argument.substring(1));
    } else if (argument.length() < 2 || argument.charAt(0) != '@' || Files.notExists(file)) {
      expanded.add(argument);
    } else if (depth == MAXIMUM_DEPTH) {
      throw new FailedException(file + ": argument files include each other in a cycle");
    } else {
      for (String inner : words(TextFile.at(file))) {
        add(inner, expanded, depth + 1);
      }
    }
  }

  private static List<String> words(TextFile file) throws IOException {
    StringBuilder text = new StringBuilder();
    try (NumberedLines lines = file.lines()) {
      while (lines.next()) {
        if (opensQuote(lines.text())) {
          throw lines.failure(
              "unclosed quote; write \\ before a quote or a \\ that is part of the text");
        }
        text.append(lines.text()).append('\n');
      }
    }
    StreamTokenizer tokens = new StreamTokenizer(new StringReader(text.toString()));
    tokens.resetSyntax();
    tokens.wordChars(' ' + 1, 255);
    tokens.whitespaceChars(0, ' ');
    tokens.quoteChar('"');
    tokens.quoteChar('\'');
    tokens.commentChar('#');
    List<String> words = new ArrayList<>();
    while (tokens.nextToken() != StreamTokenizer.TT_EOF) {
      words.add(tokens.sval);
    }
    return words;
  }

  /** Returns whether a line ends inside a quote, which {@link StreamTokenizer} does not report. */
  private static boolean opensQuote(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == 0 && c == '#') {
        return false;
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (quote != 0 && c == '\\') {
        i++;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return quote != 0;
  }
}
