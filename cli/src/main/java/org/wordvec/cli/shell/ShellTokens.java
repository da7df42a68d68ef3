package org.wordvec.cli.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a shell line: separated by white space, except in quotes or after a backslash, which
 * stay where they are.
 */
final class ShellTokens {
  private ShellTokens() {}

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
        // Only where a word begins, so that don't needs no quotes.
        quote = character;
      }
    }
    end(token, tokens);
    return tokens;
  }

  /** Returns a token as a command takes it: without the quotes around it and the backslashes. */
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
