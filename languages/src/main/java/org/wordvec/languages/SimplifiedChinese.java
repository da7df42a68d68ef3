package org.wordvec.languages;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordvec.corpora.Simplification;

/**
 * Simplifies by the rules of ICU's transliterator, of characters and of words such as 著名, found by
 * their first character: ICU's own interpreter of rules lets one thread in at a time.
 */
public final class SimplifiedChinese implements Simplification {
  private static final char FIRST = '\u2e80';
  private static final char LAST = '\u9fff';
  private static final String ARROW = " > ";

  private final @Nullable List<Rule>[] rules;

  /** What is written for what; of those that fit, the first counts. */
  private record Rule(String traditional, String simplified) {}

  /** For {@link java.util.ServiceLoader}. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of lists.
  public SimplifiedChinese() {
    rules = new List[LAST - FIRST + 1];
    String text = Transliterator.getInstance("Traditional-Simplified").toRules(false);
    text.lines().filter(line -> line.contains(ARROW)).forEach(this::addRule);
  }

  private void addRule(String line) {
    String[] sides = line.substring(0, line.lastIndexOf(';')).split(ARROW, 2);
    char first = sides[0].charAt(0);
    if (first >= FIRST && first <= LAST) {
      List<Rule> known = rules[first - FIRST];
      List<Rule> list = known == null ? new ArrayList<>() : known;
      list.add(new Rule(sides[0], sides[1]));
      rules[first - FIRST] = list;
    }
  }

  @Override
  public String simplify(String text) {
    StringBuilder simplified = null;
    int at = 0;
    while (at < text.length()) {
      Rule rule = rule(text, at);
      if (rule != null && simplified == null) {
        simplified = new StringBuilder(text.length()).append(text, 0, at);
      }
      if (simplified != null) {
        simplified.append(rule == null ? text.substring(at, at + 1) : rule.simplified());
      }
      at += rule == null ? 1 : rule.traditional().length();
    }
    return simplified == null ? text : simplified.toString();
  }

  private @Nullable Rule rule(String text, int at) {
    char letter = text.charAt(at);
    if (letter < FIRST || letter > LAST) {
      return null;
    }
    List<Rule> candidates = rules[letter - FIRST];
    if (candidates != null) {
      for (Rule rule : candidates) {
        if (text.startsWith(rule.traditional(), at)) {
          return rule;
        }
      }
    }
    return null;
  }
}
