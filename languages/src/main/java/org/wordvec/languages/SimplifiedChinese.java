package org.wordvec.languages;

import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.tokenizing.Simplification;
import org.wordvec.languages.SimplificationTable.Phrase;

/**
 * Simplifies character by character, each in its place.
 *
 * <p>Where one traditional character stands for several, as 乾 for 干 and 乾, 著 for 着 and 著, the words
 * of a dictionary of simplified Chinese decide: 乾燥 becomes 干燥, as that is a word, and 乾坤 stays.
 * Where they know nothing, a table of phrases does; and where that is silent too, a line that is
 * mostly written in simplified characters keeps what it has. In others the neighbours tell what is
 * dry and who writes: names with 乾 are too many for any table.
 */
public final class SimplifiedChinese implements Simplification {
  private static final int LONGEST_PHRASE = 4;

  /** What is dry, how dry it is and what dries it. */
  private static final String BEFORE_DRY = "未不很太更最已没擦晒吹晾抹拭弄拧沥滴喝烤炒烧煮抽流哭榨口嘴肉豆菜鱼笋虾";

  private static final String AFTER_DRY = "了掉透";

  /** What one does with a book, or a thing to where something is. */
  private static final String GOING_ON = "看读拿捧翻抱唱写念听播演讲坐住站放摆带挂留印刻存藏活装";

  private final SimplifiedWords words = new SimplifiedWords();
  private final SimplificationTable table = new SimplificationTable();

  /** For {@link java.util.ServiceLoader}. */
  public SimplifiedChinese() {}

  /** Returns the one that tokenizers share. */
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

  /** Chooses for the ambiguous characters of a text whose others are simplified already. */
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

  /** In 拿著書 is a book, though 著書 is a word. */
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
