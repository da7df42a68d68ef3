package org.wordvec.corpora.wikipedia;

import java.util.Set;
import org.wordvec.corpora.wikipedia.SpanWriter.Stretch;

/**
 * Determines the visible text of language variants. The visible one depends on the reader's
 * preferences; the first is taken.
 */
final class Variants {
  /** Languages with variants, the first parts of their codes. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "ban", "crh", "gan", "ike", "iu", "kk", "ku", "mni", "sh", "shi", "sr", "tg", "tly", "uz",
          "wuu", "zgh", "zh");

  private static final int LONGEST_FLAGS = 100;
  private static final int LONGEST_CODE = 20;

  private Variants() {}

  static Stretch shown(CharSequence text, Span variant) {
    int from = variant.from();
    if (variant.pipe() < variant.to()) {
      Set<String> flags = flags(text, from, variant.pipe());
      from = variant.pipe() + 1;
      if (flags.contains("R")) {
        return new Stretch(from, variant.to(), variant.end());
      }
      if (flags.contains("H") || flags.contains("T") || hasNoText(flags)) {
        return new Stretch(variant.to(), variant.to(), variant.end());
      }
    }
    return firstRule(text, variant, from);
  }

  /** Returns whether the flags show no text; {@code N} would show the name of a variant. */
  private static boolean hasNoText(Set<String> flags) {
    return flags.contains("-") || flags.contains("N");
  }

  private static Set<String> flags(CharSequence text, int from, int to) {
    return to - from > LONGEST_FLAGS
        ? Set.of()
        : Set.copyOf(
            java.util.Arrays.asList(
                text.subSequence(from, to).toString().strip().split("\\s*;\\s*")));
  }

  /**
   * Returns the text of the first rule, {@code code:text} or {@code term=>code:text}, or all text
   * if there are no rules.
   */
  private static Stretch firstRule(CharSequence text, Span variant, int from) {
    int shown = -1;
    int separator = -1;
    for (int at : variant.separators()) {
      if (text.charAt(at) == ';') {
        separator = at;
      } else if (shown < 0) {
        if (!isRule(text, from, at)) {
          break;
        }
        shown = at + 1;
      } else if (separator >= shown && isRule(text, separator + 1, at)) {
        return new Stretch(shown, separator, variant.end());
      }
    }
    if (shown < 0) {
      return new Stretch(from, variant.to(), variant.end());
    }
    boolean trailing = separator >= shown && isBlank(text, separator + 1, variant.to());
    return new Stretch(shown, trailing ? separator : variant.to(), variant.end());
  }

  /** Returns whether a rule begins at {@code from} and has its colon at {@code colon}. */
  private static boolean isRule(CharSequence text, int from, int colon) {
    int end = colon;
    while (end > from && Characters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > from && end - start <= LONGEST_CODE && isCode(text.charAt(start - 1))) {
      start--;
    }
    String code = text.subSequence(start, end).toString().toLowerCase(java.util.Locale.ROOT);
    if (!LANGUAGES.contains(code.split("-", 2)[0])) {
      return false;
    }
    while (start > from && Characters.isSpace(text.charAt(start - 1))) {
      start--;
    }
    return start == from
        || (start - from > 1 && text.charAt(start - 1) == '>' && text.charAt(start - 2) == '=');
  }

  private static boolean isCode(char c) {
    return c == '-' || Characters.isLetterOrDigit(c);
  }

  private static boolean isBlank(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Characters.isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
