package org.wordvec.vectors.search;

import java.util.List;

/**
 * A weighted sum of words, such as {@code king - man + 0.5*woman}.
 *
 * @param terms words with their weights, at least one
 */
public record Expression(List<Term> terms) {
  /**
   * Copies the terms.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Expression {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("an expression needs at least one word");
    }
  }

  /** Returns the words of all terms, in their order. */
  public List<String> words() {
    return terms.stream().map(Term::word).toList();
  }

  /**
   * A word and its weight.
   *
   * @param word the word, not empty
   * @param weight finite and not zero; negative for a word that is subtracted
   */
  public record Term(String word, double weight) {
    /**
     * Checks the term.
     *
     * @throws IllegalArgumentException if the word is empty, or the weight zero or not finite
     */
    public Term {
      if (word.isEmpty()) {
        throw new IllegalArgumentException("a term needs a word");
      }
      if (!Double.isFinite(weight) || weight == 0) {
        throw new IllegalArgumentException(
            "the weight of \"" + word + "\" must be finite and not 0, not " + weight);
      }
    }
  }

  /**
   * Parses an expression: terms joined by {@code +} and {@code -}, each a word or {@code
   * number*word}.
   *
   * <p>An operator has a space before it, or is the first character, so that {@code ice-cream} is a
   * word; a space after it is optional, so that a word that begins with an operator needs quotes.
   * Words in single or double quotes may contain spaces and operators. A backslash makes a
   * following quote, space, backslash or operator an ordinary character, in quotes or not; before
   * any other character it is an ordinary character itself. A number may have a sign. Words without
   * an operator between them are an error.
   *
   * @throws IllegalArgumentException if the text is not an expression; the message names the
   *     position, counted from 1
   */
  public static Expression parse(String text) {
    return new Expression(new ExpressionParser(text).parse());
  }
}
