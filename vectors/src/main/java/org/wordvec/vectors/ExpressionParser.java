package org.wordvec.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the terms of an {@link Expression}, once. Not safe for use by several threads. */
final class ExpressionParser {
  private static final Pattern FACTOR =
      Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*\\*\\s*");
  private static final Pattern PLAIN_WORD = Pattern.compile("(?:\\\\.|\\S)+");
  private static final Pattern QUOTED_WORD =
      Pattern.compile("\"((?:\\\\.|[^\"\\\\])+)\"|'((?:\\\\.|[^'\\\\])+)'");

  // Before any other character a backslash is itself, so that \frac can be asked for as it is.
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\\"'+*\\- ])");

  private final String text;
  private int position;

  ExpressionParser(String text) {
    this.text = text;
  }

  List<Expression.Term> parse() {
    List<Expression.Term> terms = new ArrayList<>();
    skipSpaces();
    do {
      terms.add(term(terms.isEmpty()));
      skipSpaces();
    } while (position < text.length());
    return terms;
  }

  private Expression.Term term(boolean first) {
    int sign = sign(first);
    double weight = sign * factor();
    return new Expression.Term(word(), weight);
  }

  private int sign(boolean first) {
    if (!atOperator()) {
      if (first) {
        return 1;
      }
      throw problem(position, "expected + or - between two words");
    }
    int sign = text.charAt(position) == '-' ? -1 : 1;
    position++;
    skipSpaces();
    if (atOperator() && !matcherHere(FACTOR).lookingAt()) {
      throw problem(position, "expected a word, found another + or -");
    }
    return sign;
  }

  private double factor() {
    Matcher matcher = matcherHere(FACTOR);
    if (!matcher.lookingAt()) {
      return 1;
    }
    double factor = Double.parseDouble(matcher.group(1));
    if (factor == 0 || Double.isInfinite(factor)) {
      throw problem(position, "a factor must be finite and not 0");
    }
    position = matcher.end();
    return factor;
  }

  private String word() {
    if (position == text.length()) {
      throw problem(position, "expected a word, found the end");
    }
    char character = text.charAt(position);
    boolean quoted = character == '"' || character == '\'';
    Matcher matcher = matcherHere(quoted ? QUOTED_WORD : PLAIN_WORD);
    if (!matcher.lookingAt()) {
      throw problem(position, "this quote is not closed or holds no word");
    }
    if (matcher.end() < text.length() && !isSpace(matcher.end())) {
      throw problem(matcher.end(), "expected a space after the closing quote");
    }
    position = matcher.end();
    String word = matcher.group();
    String bare = quoted ? word.substring(1, word.length() - 1) : word;
    return ESCAPE.matcher(bare).replaceAll("$1");
  }

  private Matcher matcherHere(Pattern pattern) {
    return pattern.matcher(text).region(position, text.length());
  }

  private boolean atOperator() {
    return position < text.length()
        && (text.charAt(position) == '+' || text.charAt(position) == '-');
  }

  private void skipSpaces() {
    while (position < text.length() && isSpace(position)) {
      position++;
    }
  }

  // The ideographic space and other wide ones are letters to all word2vec tools.
  private boolean isSpace(int at) {
    return " \t\n\r\f\013".indexOf(text.charAt(at)) >= 0;
  }

  private IllegalArgumentException problem(int at, String problem) {
    int character = text.codePointCount(0, at) + 1;
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT, "in the expression \"%s\", character %d: %s", text, character, problem));
  }
}
