package org.wordvec.corpora.tokenizing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What becomes of words once text is cut. Asked once for each distinct word, not for each of its
 * occurrences.
 *
 * @param lowercase the language by whose rules words are folded to lower case, if wanted
 * @param withoutAccents whether marks are taken off Latin, Greek, Cyrillic, Hebrew and Arabic
 *     letters
 * @param digits what becomes of digits
 * @param punctuation what becomes of punctuation
 * @param lengths how many characters a word has
 * @param stopWords words to leave out, in the form that words have after all else
 */
public record WordNormalization(
    Optional<Locale> lowercase,
    boolean withoutAccents,
    Digits digits,
    Punctuation punctuation,
    Lengths lengths,
    Set<String> stopWords) {
  /** Words as they are. */
  public static final WordNormalization AS_WRITTEN =
      new WordNormalization(
          Optional.empty(), false, Digits.KEEP, Punctuation.KEEP, Lengths.ALL, Set.of());

  /** In lower case by the rules that hold for most languages. */
  public static final WordNormalization LOWER_CASE =
      new WordNormalization(
          Optional.of(Locale.ROOT), false, Digits.KEEP, Punctuation.KEEP, Lengths.ALL, Set.of());

  private static final char EMOJI_VARIATION = '\ufe0f';

  private static final Pattern MARKS =
      Pattern.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u0591-\u05c7\u064b-\u065f\u0670]+");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final String IN_NUMBERS = ".,:/%-";

  /**
   * How long words are that stay, in characters (code points).
   *
   * @param minimum at least 1
   * @param maximum not less than the minimum
   */
  public record Lengths(int minimum, int maximum) {
    /** Every word. */
    static final Lengths ALL = new Lengths(1, Integer.MAX_VALUE);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if there is no such length
     */
    public Lengths {
      if (minimum < 1 || maximum < minimum) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "words cannot be %d to %d characters long", minimum, maximum));
      }
    }
  }

  /** The same with words of other lengths. */
  public WordNormalization with(Lengths other) {
    return new WordNormalization(lowercase, withoutAccents, digits, punctuation, other, stopWords);
  }

  /** The same with other words left out. */
  public WordNormalization with(Set<String> other) {
    return new WordNormalization(lowercase, withoutAccents, digits, punctuation, lengths, other);
  }

  /** Whether nothing changes. */
  boolean isIdentity() {
    return lowercase.isEmpty() && !withoutAccents && keepsPlainWords();
  }

  /** Whether words of ASCII without capitals stay as they are. */
  boolean keepsPlainWords() {
    return digits == Digits.KEEP
        && punctuation == Punctuation.KEEP
        && lengths.equals(Lengths.ALL)
        && stopWords.isEmpty();
  }

  /** The word in its form, or "" where it is left out. */
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

  /** Whether a word has digits, what stands between them, a sign perhaps, and nothing else. */
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

  /** A sign that a variation selector makes an emoji is one; the selector alone is nothing. */
  private static boolean beginsWord(String word, int at) {
    int point = word.codePointAt(at);
    return point != EMOJI_VARIATION
        && (isWordCharacter(point)
            || word.indexOf(EMOJI_VARIATION, at) == at + Character.charCount(point));
  }

  /** Whether a sign is part of a name such as C++, C#, A+ or Disney+. */
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
