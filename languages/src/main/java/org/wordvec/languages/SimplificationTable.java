package org.wordvec.languages;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.corpus.io.IOUtil;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HanLP's tables of traditional and simplified Chinese, which come from OpenCC: characters, and
 * phrases such as 乾隆 in which a character is converted differently.
 *
 * <p>Only entries that keep the length of the text are used, so that each simplified character has
 * the index of the original one. Entries that replace words rather than script, such as 程序 for 程式,
 * are omitted, as they would corrupt 方程式.
 */
final class SimplificationTable {
  /** The script that a character indicates. */
  enum Script {
    /** The same in both scripts, or not Chinese. */
    EITHER,
    /** Occurs in traditional text only. */
    TRADITIONAL,
    /** Occurs in simplified text only. */
    SIMPLIFIED,
    /** Occurs in both; may be replaced in simplified text. */
    AMBIGUOUS,
    /** Replaced in traditional text, but a standard character in simplified text. */
    REVIVED
  }

  /** A traditional phrase and its simplified form. */
  record Phrase(String traditional, String simplified) {
    /** Returns the number of characters, which is the same in both forms. */
    int length() {
      return traditional.length();
    }
  }

  /** Usually a preposition, not a family name: 於倫 is a name in the tables, but not in 於倫敦. */
  private static final char FAMILY_NAME = '於';

  /**
   * Characters that the tables replace although the Table of General Standard Chinese Characters of
   * 2013 contains them, mostly for names and terms: 昇腾, 文徵明, 二噁英.
   */
  private static final String REVIVED = "昇陞甦濬徵噁甯氾脩釐";

  private final char[] simplified = new char[1 << 16];
  private final Script[] scripts = new Script[1 << 16];
  private final Map<Character, String> choices = new HashMap<>();
  private final Map<Character, List<Phrase>> phrases = new HashMap<>();

  SimplificationTable() {
    List<Phrase> entries = read("t2s.txt");
    boolean[] listed = new boolean[simplified.length];
    boolean[] results = new boolean[simplified.length];
    for (char letter = 0; letter < simplified.length - 1; letter++) {
      simplified[letter] = letter;
    }
    for (Phrase entry : entries) {
      if (entry.length() == 1) {
        listed[entry.traditional().charAt(0)] = true;
        results[entry.simplified().charAt(0)] = true;
        simplified[entry.traditional().charAt(0)] = entry.simplified().charAt(0);
      }
    }
    addVariants(read("t2hk.txt"), listed, results);
    addVariants(read("t2tw.txt"), listed, results);
    addMissing(listed);
    for (Phrase entry : entries) {
      if (entry.length() > 1 && entry.traditional().charAt(0) != FAMILY_NAME) {
        addPhrase(entry, listed);
      }
    }
    addChoice('著', '着');
    // The dictionary knows only the older of two simplified spellings.
    addPhrase(new Phrase("執著", "执着"));
    // The dictionary contains 照着, which is no word in 李清照著有《漱玉詞》.
    addPhrase(new Phrase("著有《", "著有《"));
    Arrays.fill(scripts, Script.EITHER);
    for (char letter = 0; letter < simplified.length - 1; letter++) {
      scripts[letter] = script(letter, listed, results);
    }
  }

  /** Returns the usual simplified form of a character. */
  char simplified(char letter) {
    return simplified[letter];
  }

  /** Returns the script that a character indicates. */
  Script script(char letter) {
    return scripts[letter];
  }

  /** Returns whether a character that the tables replace occurs in simplified text. */
  boolean isRevived(char letter) {
    return REVIVED.indexOf(letter) >= 0;
  }

  /** Returns the possible simplified forms of an ambiguous character, including itself. */
  String choices(char letter) {
    return choices.getOrDefault(letter, "");
  }

  /** Returns the longest phrase that begins at an index of a text, or null. */
  @Nullable Phrase phrase(String text, int at) {
    for (Phrase phrase : phrases.getOrDefault(text.charAt(at), List.of())) {
      if (text.startsWith(phrase.traditional(), at)) {
        return phrase;
      }
    }
    return null;
  }

  /** Adds regional variants with the simplified form of the common variant. */
  private void addVariants(List<Phrase> entries, boolean[] listed, boolean[] results) {
    for (Phrase entry : entries) {
      if (entry.length() == 1) {
        char common = entry.traditional().charAt(0);
        char regional = entry.simplified().charAt(0);
        if (!listed[regional] && !results[regional] && simplified[common] != common) {
          listed[regional] = true;
          simplified[regional] = simplified[common];
        }
      }
    }
  }

  /**
   * Adds ICU's conversions of characters that are in no standard of simplified characters, such as
   * 砲.
   */
  private void addMissing(boolean[] listed) {
    CharsetEncoder standard = Charset.forName("GB2312").newEncoder();
    String rules = Transliterator.getInstance("Traditional-Simplified").toRules(false);
    for (String rule : rules.lines().toList()) {
      String[] sides = rule.replace(";", "").split(" > ", 2);
      if (sides.length == 2 && sides[0].length() == 1 && sides[1].length() == 1) {
        char letter = sides[0].charAt(0);
        if (!listed[letter] && !standard.canEncode(letter) && standard.canEncode(sides[1])) {
          listed[letter] = true;
          simplified[letter] = sides[1].charAt(0);
        }
      }
    }
  }

  private void addPhrase(Phrase entry, boolean[] listed) {
    if (!changesScript(entry, listed)) {
      return;
    }
    addPhrase(entry);
    if (!entry.simplified().equals(entry.traditional())) {
      addPhrase(new Phrase(entry.simplified(), entry.simplified()));
    }
    for (int i = 0; i < entry.length(); i++) {
      char before = entry.traditional().charAt(i);
      char after = entry.simplified().charAt(i);
      if (after != simplified[before]) {
        addChoice(before, after);
      }
    }
  }

  private void addPhrase(Phrase phrase) {
    List<Phrase> known =
        phrases.computeIfAbsent(phrase.traditional().charAt(0), first -> new ArrayList<>());
    known.add(phrase);
    known.sort(Comparator.comparingInt(each -> -each.length()));
  }

  /** Returns whether a phrase changes a character that the tables convert; 程式 to 程序 does not. */
  private static boolean changesScript(Phrase entry, boolean[] listed) {
    boolean same = true;
    for (int i = 0; i < entry.length(); i++) {
      char before = entry.traditional().charAt(i);
      boolean changes = before != entry.simplified().charAt(i);
      if (changes && listed[before]) {
        return true;
      }
      same &= !changes;
    }
    return same;
  }

  private void addChoice(char letter, char choice) {
    String known = choices.getOrDefault(letter, "");
    for (char each : new char[] {letter, simplified[letter], choice}) {
      known = known.indexOf(each) < 0 ? known + each : known;
    }
    choices.put(letter, known);
  }

  private Script script(char letter, boolean[] listed, boolean[] results) {
    if (choices.containsKey(letter)) {
      return Script.AMBIGUOUS;
    }
    if (simplified[letter] != letter) {
      return isRevived(letter) ? Script.REVIVED : Script.TRADITIONAL;
    }
    return results[letter] && !listed[letter] ? Script.SIMPLIFIED : Script.EITHER;
  }

  private static List<Phrase> read(String file) {
    String path = HanLP.Config.tcDictionaryRoot + file;
    try (InputStream in = IOUtil.newInputStream(path)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(line -> line.split("[= ]", 3))
          .filter(parts -> parts.length > 1 && parts[0].length() == parts[1].length())
          .filter(parts -> parts[0].chars().allMatch(Character::isIdeographic))
          .map(parts -> new Phrase(parts[0], parts[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be read", e);
    }
  }
}
