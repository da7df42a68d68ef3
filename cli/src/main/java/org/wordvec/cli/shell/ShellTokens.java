package org.wordvec.cli.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a shell line into tokens at white space, except in quotes or after a backslash. Quotes and
 * backslashes are kept.
 */
final class ShellTokens {
  private ShellTokens() {}

  /** Returns the tokens of a line. */
  static List<String> of(String line) {
    List<String> tokens = new ArrayList<>();
    StringBuilder token = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      if (quote == 0 && Character.isWhitespace(character)) {
        end(token, tokens);
        continue;
      }
      token.append(character);
      if (character == '\\' && i + 1 < line.length()) {
        token.append(line.charAt(++i));
      } else if (quote == character) {
        quote = 0;
      } else if (quote == 0 && token.length() == 1 && (character == '"' || character == '\'')) {
        // Only at the beginning of a word, so that don't needs no quotes.
        quote = character;
      }
    }
    end(token, tokens);
    return tokens;
  }

  /** Returns a token without its quotes and backslashes. */
  static String plain(String token) {
    boolean quoted =
        token.length() > 1
            && (token.startsWith("\"") || token.startsWith("'"))
            && token.endsWith(token.substring(0, 1));
    String bare = quoted ? token.substring(1, token.length() - 1) : token;
    return bare.replaceAll("\\\\([\\\\\"'+*\\- ])", "$1");
  }

  private static void end(StringBuilder token, List<String> tokens) {
    if (!token.isEmpty()) {
      tokens.add(token.toString());
      token.setLength(0);
    }
  }
}
