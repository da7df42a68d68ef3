package org.wordvec.vectors.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Parses the terms of one {@link Expression}. Not safe for use by several threads.
 *
 * <p>A word can be as long as a line, so it is scanned character by character: a regular expression
 * would need stack for each of them.
 */
final class ExpressionParser {
  // Before any other character a backslash is an ordinary character, so that \frac needs no escape.
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\\"'+*\\- ])");

  private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

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
    if (atOperator() && !isFactor()) {
      throw problem(position, "expected a word, found another + or -");
    }
    return sign;
  }

  private double factor() {
    if (!isFactor()) {
      return 1;
    }
    int end = numberEnd();
    double factor = Double.parseDouble(text.substring(position, end));
    if (factor == 0 || Double.isInfinite(factor)) {
      throw problem(position, "a factor must be finite and not 0");
    }
    position = spacesEnd(spacesEnd(end) + 1);
    return factor;
  }

  /** Returns whether a number and an asterisk begin here. */
  private boolean isFactor() {
    int end = numberEnd();
    int star = end < 0 ? text.length() : spacesEnd(end);
    return star < text.length() && text.charAt(star) == '*';
  }

  /** Returns the end of a number that begins here, or -1 if none does. */
  private int numberEnd() {
    int start = atOperator() ? position + 1 : position;
    int whole = digitsEnd(start);
    boolean point = whole < text.length() && text.charAt(whole) == '.';
    int end = point ? digitsEnd(whole + 1) : whole;
    if (whole == start && end <= start + 1) {
      return -1;
    }
    if (end == text.length() || "eE".indexOf(text.charAt(end)) < 0) {
      return end;
    }
    boolean signed = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0;
    int exponent = end + (signed ? 2 : 1);
    int exponentEnd = digitsEnd(exponent);
    return exponentEnd > exponent ? exponentEnd : end;
  }

  private int digitsEnd(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private String word() {
    if (position == text.length()) {
      throw problem(position, "expected a word, found the end");
    }
    char character = text.charAt(position);
    boolean quoted = character == '"' || character == '\'';
    int start = quoted ? position + 1 : position;
    int end = quoted ? closingQuote(start, character) : plainEnd(start);
    int behind = quoted ? end + 1 : end;
    if (behind < text.length() && !isSpace(behind)) {
      throw problem(behind, "expected a space after the closing quote");
    }
    position = behind;
    return ESCAPE.matcher(text.substring(start, end)).replaceAll("$1");
  }

  private int plainEnd(int from) {
    int end = from;
    while (end < text.length() && !isSpace(end)) {
      end += isEscape(end) ? 2 : 1;
    }
    return end;
  }

  private int closingQuote(int from, char quote) {
    int end = from;
    while (end < text.length() && text.charAt(end) != quote) {
      if (text.charAt(end) == '\\' && !isEscape(end)) {
        break;
      }
      end += isEscape(end) ? 2 : 1;
    }
    if (end == text.length() || text.charAt(end) != quote || end == from) {
      throw problem(position, "this quote is not closed or holds no word");
    }
    return end;
  }

  /** Returns whether a backslash that escapes the next character is here. */
  private boolean isEscape(int at) {
    return text.charAt(at) == '\\'
        && at + 1 < text.length()
        && LINE_ENDS.indexOf(text.charAt(at + 1)) < 0;
  }

  private boolean atOperator() {
    return position < text.length()
        && (text.charAt(position) == '+' || text.charAt(position) == '-');
  }

  private void skipSpaces() {
    position = spacesEnd(position);
  }

  private int spacesEnd(int from) {
    int end = from;
    while (end < text.length() && isSpace(end)) {
      end++;
    }
    return end;
  }

  // word2vec tools treat the ideographic space and other wide spaces as letters.
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
