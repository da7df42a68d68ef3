package org.wordvec.corpora.wikipedia;

import org.wordvec.corpora.wikipedia.SpanWriter.Stretch;

/** Determines the visible text of a link. */
final class Links {
  private static final int LONGEST_PREFIX = 100;
  private static final int LONGEST_TARGET = 300;

  private Links() {}

  static Stretch shown(CharSequence text, Span link, LinkPrefixes prefixes) {
    int pipe = link.pipe();
    int target = link.from();
    while (target < pipe && Characters.isSpace(text.charAt(target))) {
      target++;
    }
    if (!isTitle(text, target, pipe)) {
      return new Stretch(link.start(), link.end(), link.end());
    }
    if (Addresses.beginsAt(text, target, pipe)) {
      // [[http://host text]] is a link to a page of the web within brackets.
      return new Stretch(link.from() - 1, link.to() + 1, link.end());
    }
    boolean named = target < pipe && text.charAt(target) == ':';
    if (!named && isHidden(text, target, pipe, prefixes)) {
      return new Stretch(link.to(), link.to(), link.end());
    }
    boolean labelled = pipe < link.to() - 1;
    int from = labelled ? pipe + 1 : named ? target + 1 : link.from();
    return new Stretch(from, labelled ? link.to() : pipe, link.end());
  }

  /** Returns whether the target contains no line end; nested markup is not examined. */
  private static boolean isTitle(CharSequence text, int from, int to) {
    int limit = Math.min(to, from + LONGEST_TARGET);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return false;
      }
      if (c == '[' || c == '{' || c == '<') {
        return true;
      }
    }
    return true;
  }

  private static boolean isHidden(CharSequence text, int from, int to, LinkPrefixes prefixes) {
    int limit = Math.min(to, from + LONGEST_PREFIX);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return prefixes.hides(text.subSequence(from, i));
      }
      if (c == '[' || c == '{' || c == '<' || c == '#') {
        return false;
      }
    }
    return false;
  }
}
