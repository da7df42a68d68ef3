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
 * Tells text whose letters are spelled out in ASCII, by encodings that Java does not have: HZ,
 * which puts pairs of bytes of GB 2312 between tilde and braces, and UTF-7, which puts UTF-16 in
 * base 64 behind a plus sign. Nothing else would tell, as all bytes are ASCII. Of ISO-2022-JP-2
 * Java knows the Japanese part alone.
 */
final class SevenBitText {
  private static final Pattern HZ = Pattern.compile("~\\{(.{0,1000}?)~\\}");
  private static final Pattern UTF_7 = Pattern.compile("\\+([A-Za-z0-9+/]{3,}+)");
  private static final Charset GB_2312 = Charset.forName("GB2312");

  /** Of code, formulas and numbers with a sign, most are no letters of these encodings. */
  private static final int VALID_OF_EACH_INVALID = 9;

  private static final int LEAST_HZ_RUNS = 2;
  private static final int LEAST_HZ_CHARACTERS = 6;
  private static final int LEAST_UTF_7_RUNS = 4;

  private SevenBitText() {}

  /** Returns which of these a sample of ASCII is, as people call it, if it is one. */
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

  /** The letters for which a run of base 64 stands, if it stands for any. */
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

  /** Nobody spells out what ASCII has. */
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

  /** What is letters by chance is of many scripts. */
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
