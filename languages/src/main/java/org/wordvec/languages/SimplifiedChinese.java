package org.wordvec.languages;

import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.tokenizing.Simplification;
import org.wordvec.languages.SimplificationTable.Phrase;

/**
 * Converts traditional to simplified Chinese character by character, keeping the length of the
 * text.
 *
 * <p>If a traditional character has several simplified forms, as 乾 has 干 and 乾, and 著 has 着 and 著,
 * a dictionary of simplified Chinese decides: 乾燥 becomes 干燥, which is a word, and 乾坤 stays. If it
 * contains no matching word, a table of phrases decides. Otherwise, lines that are mostly
 * simplified stay unchanged, and in others adjacent characters decide whether 乾 means dry and 著
 * means write: names with 乾 are too numerous for any table.
 */
public final class SimplifiedChinese implements Simplification {
  private static final int LONGEST_PHRASE = 4;

  /** Characters before 乾 in the sense of dry: things, degrees and verbs. */
  private static final String BEFORE_DRY = "未不很太更最已没擦晒吹晾抹拭弄拧沥滴喝烤炒烧煮抽流哭榨口嘴肉豆菜鱼笋虾";

  private static final String AFTER_DRY = "了掉透";

  /** Verbs before 着, such as those of holding a book or staying somewhere. */
  private static final String GOING_ON = "看读拿捧翻抱唱写念听播演讲坐住站放摆带挂留印刻存藏活装";

  private final SimplifiedWords words = new SimplifiedWords();
  private final SimplificationTable table = new SimplificationTable();

  /** Creates the converter; for {@link java.util.ServiceLoader}. */
  public SimplifiedChinese() {}

  /** Returns the instance that tokenizers share. */
  static SimplifiedChinese shared() {
    return Shared.INSTANCE;
  }

  private static final class Shared {
    static final SimplifiedChinese INSTANCE = new SimplifiedChinese();
  }

  @Override
  public String simplify(String text) {
    int evidence = 0;
    boolean ambiguous = false;
    char @Nullable [] result = null;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (table.script(letter)) {
        case EITHER -> {}
        case SIMPLIFIED -> evidence--;
        case AMBIGUOUS -> ambiguous = true;
        case REVIVED -> {
          ambiguous = true;
          result = result == null ? text.toCharArray() : result;
          result[i] = table.simplified(letter);
        }
        case TRADITIONAL -> {
          evidence++;
          result = result == null ? text.toCharArray() : result;
          result[i] = table.simplified(letter);
        }
      }
    }
    if (ambiguous) {
      result = result == null ? text.toCharArray() : result;
      decide(text, result, evidence < 0);
    }
    return result == null ? text : new String(result);
  }

  /** Converts the ambiguous characters of a text whose other characters are simplified already. */
  private void decide(String text, char[] result, boolean isSimplified) {
    for (int i = 0; i < result.length; i++) {
      char letter = text.charAt(i);
      switch (table.script(letter)) {
        case AMBIGUOUS -> result[i] = choice(text, result, i, isSimplified);
        case REVIVED -> result[i] = isSimplified ? letter : result[i];
        case EITHER, SIMPLIFIED, TRADITIONAL -> {}
      }
    }
  }

  private char choice(String text, char[] result, int at, boolean isSimplified) {
    char letter = text.charAt(at);
    if (isSimplified && table.isRevived(letter)) {
      return letter;
    }
    char best = letter;
    long bestFit = 0;
    String choices = table.choices(letter);
    for (int i = 0; i < choices.length(); i++) {
      result[at] = choices.charAt(i);
      long fit = words.fit(result, at);
      if (fit > bestFit) {
        bestFit = fit;
        best = choices.charAt(i);
      }
    }
    for (int start = Math.max(0, at - LONGEST_PHRASE + 1); start <= at; start++) {
      Phrase phrase = table.phrase(text, start);
      if (phrase != null
          && at < start + phrase.length()
          && phrase.length() >= SimplifiedWords.length(bestFit)) {
        return phrase.simplified().charAt(at - start);
      }
    }
    if (bestFit > 0 && !isHeldBook(result, at)) {
      return best;
    }
    if (isSimplified && words.use(letter)) {
      return letter;
    }
    return switch (letter) {
      case '乾' -> isDry(result, at) ? '干' : letter;
      case '著' -> text.indexOf('着') >= 0 || isWriting(result, at) ? letter : '着';
      default -> table.simplified(letter);
    };
  }

  /**
   * Returns whether 著 follows a verb and precedes 书: 拿著書 means to hold a book, although 著書 is a
   * word.
   */
  private static boolean isHeldBook(char[] text, int at) {
    return isOneOf("著着", text, at) && isOneOf("书", text, at + 1) && isOneOf(GOING_ON, text, at - 1);
  }

  private static boolean isDry(char[] text, int at) {
    return isOneOf(BEFORE_DRY, text, at - 1) || isOneOf(AFTER_DRY, text, at + 1);
  }

  private static boolean isWriting(char[] text, int at) {
    return isOneOf("所", text, at - 1)
        || (isOneOf("《〈有", text, at + 1) && !isOneOf(GOING_ON, text, at - 1));
  }

  private static boolean isOneOf(String letters, char[] text, int at) {
    return at >= 0 && at < text.length && letters.indexOf(text[at]) >= 0;
  }
}
