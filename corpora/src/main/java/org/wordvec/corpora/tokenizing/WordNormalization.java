package org.wordvec.corpora.tokenizing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Normalization of words after tokenization. Applied once per distinct word.
 *
 * @param lowercase language by whose rules words are converted to lower case, if present
 * @param withoutAccents whether diacritics are removed from Latin, Greek, Cyrillic, Hebrew and
 *     Arabic letters
 * @param digits how digits are handled
 * @param punctuation how punctuation is handled
 * @param lengths lengths of words that are kept
 * @param stopWords words that are left out, in normalized form
 */
public record WordNormalization(
    Optional<Locale> lowercase,
    boolean withoutAccents,
    Digits digits,
    Punctuation punctuation,
    Lengths lengths,
    Set<String> stopWords) {
  /** No normalization. */
  public static final WordNormalization AS_WRITTEN =
      new WordNormalization(
          Optional.empty(), false, Digits.KEEP, Punctuation.KEEP, Lengths.ALL, Set.of());

  /** Lower case by the rules of most languages. */
  public static final WordNormalization LOWER_CASE =
      new WordNormalization(
          Optional.of(Locale.ROOT), false, Digits.KEEP, Punctuation.KEEP, Lengths.ALL, Set.of());

  private static final char EMOJI_VARIATION = '\ufe0f';

  private static final Pattern MARKS =
      Pattern.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u0591-\u05c7\u064b-\u065f\u0670]+");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final String IN_NUMBERS = ".,:/%-";

  /**
   * Range of word lengths in code points.
   *
   * @param minimum 1 or more
   * @param maximum not less than the minimum
   */
  public record Lengths(int minimum, int maximum) {
    /** All lengths. */
    static final Lengths ALL = new Lengths(1, Integer.MAX_VALUE);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if the range is empty or the minimum is less than 1
     */
    public Lengths {
      if (minimum < 1 || maximum < minimum) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "words cannot be %d to %d characters long", minimum, maximum));
      }
    }
  }

  /** Returns this normalization with another range of lengths. */
  public WordNormalization with(Lengths other) {
    return new WordNormalization(lowercase, withoutAccents, digits, punctuation, other, stopWords);
  }

  /** Returns this normalization with other stop words. */
  public WordNormalization with(Set<String> other) {
    return new WordNormalization(lowercase, withoutAccents, digits, punctuation, lengths, other);
  }

  /** Returns whether no word is changed. */
  boolean isIdentity() {
    return lowercase.isEmpty() && !withoutAccents && keepsPlainWords();
  }

  /** Returns whether ASCII words without capitals are unchanged. */
  boolean keepsPlainWords() {
    return digits == Digits.KEEP
        && punctuation == Punctuation.KEEP
        && lengths.equals(Lengths.ALL)
        && stopWords.isEmpty();
  }

  /** Returns the normalized word, or "" if it is left out. */
  String apply(String word) {
    String form = lowercase.isPresent() ? word.toLowerCase(lowercase.get()) : word;
    if (withoutAccents) {
      String parts = Normalizer.normalize(form, Normalizer.Form.NFD);
      form = Normalizer.normalize(MARKS.matcher(parts).replaceAll(""), Normalizer.Form.NFC);
    }
    if (punctuation == Punctuation.DROP) {
      form = withoutPunctuation(form);
    }
    form =
        switch (digits) {
          case KEEP -> form;
          case ZERO -> DIGIT.matcher(form).replaceAll("0");
          case DROP -> isNumber(form) ? "" : form;
        };
    return stays(form) ? form : "";
  }

  /** Returns whether a word consists of digits and separators, with an optional sign. */
  private static boolean isNumber(String word) {
    boolean hasDigit = false;
    int at = word.startsWith("+") ? 1 : 0;
    while (at < word.length()) {
      int character = word.codePointAt(at);
      boolean isDigit = Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER;
      if (!isDigit && IN_NUMBERS.indexOf(character) < 0) {
        return false;
      }
      hasDigit |= isDigit;
      at += Character.charCount(character);
    }
    return hasDigit;
  }

  private boolean stays(String form) {
    if (!lengths.equals(Lengths.ALL)) {
      int length = form.codePointCount(0, form.length());
      if (length < lengths.minimum() || length > lengths.maximum()) {
        return false;
      }
    }
    return !stopWords.contains(form);
  }

  private static String withoutPunctuation(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && !beginsWord(word, start)) {
      start += Character.charCount(word.codePointAt(start));
    }
    int whole = end;
    while (end > start && !isWordCharacter(word.codePointBefore(end))) {
      end -= Character.charCount(word.codePointBefore(end));
    }
    while (end > start && end < whole && belongsToLetters(word, end)) {
      end++;
    }
    return word.substring(start, end);
  }

  /**
   * Returns whether a word begins here; a symbol with an emoji variation selector does, the
   * selector alone does not.
   */
  private static boolean beginsWord(String word, int at) {
    int point = word.codePointAt(at);
    return point != EMOJI_VARIATION
        && (isWordCharacter(point)
            || word.indexOf(EMOJI_VARIATION, at) == at + Character.charCount(point));
  }

  /** Returns whether a symbol is part of a name such as C++, C#, A+ or Disney+. */
  private static boolean belongsToLetters(String word, int at) {
    char sign = word.charAt(at);
    int before = word.codePointBefore(at);
    return (sign == '+' || sign == '#')
        && (Character.isLetter(before) || (before == sign && at > 1));
  }

  private static boolean isWordCharacter(int point) {
    if (Character.isEmojiPresentation(point)) {
      return true;
    }
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL,
          Character.CONTROL,
          Character.FORMAT ->
          false;
      default -> true;
    };
  }
}
