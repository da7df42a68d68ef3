package org.wordvec.corpora.reading;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects seven-bit encodings that Java does not support: HZ, which writes GB 2312 between tilde
 * and braces, and UTF-7, which writes UTF-16 in Base64 after a plus sign. As all bytes are ASCII,
 * no decoder would report an error. Java supports only the Japanese part of ISO-2022-JP-2.
 */
final class SevenBitText {
  private static final Pattern HZ = Pattern.compile("~\\{(.{0,1000}?)~\\}");
  private static final Pattern UTF_7 = Pattern.compile("\\+([A-Za-z0-9+/]{3,}+)");
  private static final Charset GB_2312 = Charset.forName("GB2312");

  /**
   * Valid sequences required for each invalid one: in code, formulas and signed numbers most are
   * invalid.
   */
  private static final int VALID_OF_EACH_INVALID = 9;

  private static final int LEAST_HZ_RUNS = 2;
  private static final int LEAST_HZ_CHARACTERS = 6;
  private static final int LEAST_UTF_7_RUNS = 4;

  private SevenBitText() {}

  /** Returns the name of the seven-bit encoding of a sample of ASCII, or nothing. */
  static Optional<String> encoding(byte[] sample) {
    String text = new String(sample, StandardCharsets.ISO_8859_1);
    if (text.contains("\u001b$A") || text.contains("\u001b$(C")) {
      return Optional.of("ISO-2022-JP-2");
    }
    if (isHz(text)) {
      return Optional.of("HZ (~{...~})");
    }
    return isUtf7(text) ? Optional.of("UTF-7 (+...-)") : Optional.empty();
  }

  private static boolean isHz(String text) {
    int valid = 0;
    int invalid = 0;
    int characters = 0;
    Matcher runs = HZ.matcher(text);
    while (runs.find()) {
      if (arePairs(runs.group(1))) {
        valid++;
        characters += runs.group(1).length() / 2;
      } else {
        invalid++;
      }
    }
    return valid >= LEAST_HZ_RUNS
        && characters >= LEAST_HZ_CHARACTERS
        && VALID_OF_EACH_INVALID * invalid <= valid;
  }

  private static boolean arePairs(String run) {
    byte[] pairs = run.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] |= (byte) 0x80;
    }
    String text = new String(pairs, GB_2312);
    return !text.isEmpty()
        && 2 * text.length() == pairs.length
        && text.codePoints().allMatch(SevenBitText::isSpelledOut);
  }

  private static boolean isUtf7(String text) {
    Set<String> valid = new HashSet<>();
    Set<String> invalid = new HashSet<>();
    Matcher runs = UTF_7.matcher(text);
    while (runs.find()) {
      Optional<String> letters = ofBase64(runs.group(1));
      (letters.isPresent() ? valid : invalid).add(letters.orElse(runs.group(1)));
    }
    return valid.size() >= LEAST_UTF_7_RUNS
        && VALID_OF_EACH_INVALID * invalid.size() <= valid.size()
        && areOfOneScript(String.join("", valid));
  }

  /** Returns the letters that a Base64 run encodes, or nothing if it encodes none. */
  private static Optional<String> ofBase64(String run) {
    try {
      byte[] bytes = Base64.getDecoder().decode(run);
      String text = new String(bytes, StandardCharsets.UTF_16BE);
      byte[] again = text.getBytes(StandardCharsets.UTF_16BE);
      boolean isWhole = Base64.getEncoder().withoutPadding().encodeToString(again).equals(run);
      return isWhole && text.codePoints().allMatch(SevenBitText::isSpelledOut)
          ? Optional.of(text)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns whether a code point needs encoding: ASCII does not. */
  private static boolean isSpelledOut(int point) {
    return point >= 0x80
        && switch (Character.getType(point)) {
          case Character.UNASSIGNED,
              Character.CONTROL,
              Character.PRIVATE_USE,
              Character.SURROGATE ->
              false;
          default -> point != '\ufffd';
        };
  }

  /** Returns whether all letters belong to one script; letters decoded by chance belong to many. */
  private static boolean areOfOneScript(String letters) {
    Map<String, Integer> scripts = new HashMap<>();
    int all = 0;
    for (int point : letters.codePoints().filter(Character::isLetter).toArray()) {
      all++;
      scripts.merge(script(point), 1, Integer::sum);
    }
    int most = scripts.values().stream().max(Integer::compare).orElse(0);
    return all >= LEAST_UTF_7_RUNS && VALID_OF_EACH_INVALID * (all - most) <= most;
  }

  private static String script(int point) {
    return switch (UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA -> "east";
      case UnicodeScript other -> other.name();
    };
  }
}
