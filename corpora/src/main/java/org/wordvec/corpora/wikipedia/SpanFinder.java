package org.wordvec.corpora.wikipedia;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds spans as MediaWiki's preprocessor does: comments, elements whose content is not wiki text,
 * and matching brackets outside of them. A closing bracket belongs to the innermost open one and is
 * text if that is of another kind; so is a bracket that is never closed.
 *
 * <p>Linear time: the end of an element is searched ahead, but the pass continues after it, and a
 * search that failed once is not repeated.
 */
final class SpanFinder {
  private final CharSequence text;
  private final List<Span> spans = new ArrayList<>();
  private final Deque<Bracket> open = new ArrayDeque<>();
  private final Set<String> unclosed = new HashSet<>();

  private SpanFinder(CharSequence text) {
    this.text = text;
  }

  /** Returns the spans of a page, ordered by their start. */
  static List<Span> find(CharSequence text) {
    SpanFinder finder = new SpanFinder(text);
    finder.find();
    finder.spans.sort(Comparator.comparingInt(Span::start));
    return finder.spans;
  }

  /** A run of opening brackets, from which closing ones take two or three from the right. */
  private static final class Bracket {
    final char kind;

    /** Number of {@link #spans} before it. */
    final int before;

    int count;
    int from;
    int pipe = -1;

    /** Single opening brackets within a link, to which the next closing one belongs. */
    int single;

    List<Integer> separators = List.of();

    Bracket(char kind, int count, int from, int before) {
      this.kind = kind;
      this.count = count;
      this.from = from;
      this.before = before;
    }

    void pipe(int at) {
      if (pipe < 0) {
        pipe = at;
        separators = List.of();
      }
    }

    void separator(int at) {
      if (separators.isEmpty()) {
        separators = new ArrayList<>();
      }
      separators.add(at);
    }

    /** Creates a span of the content and keeps the remaining brackets of the run. */
    Span close(Span.Kind span, int brackets, int to, int end) {
      Span closed =
          new Span(span, from - brackets, from, to, end, pipe < 0 ? to : pipe, separators);
      count -= brackets;
      from -= brackets;
      pipe = -1;
      single = 0;
      return closed;
    }
  }

  private void find() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      at =
          switch (c) {
            case '<' -> element(at);
            case '{', '[' -> opening(at, c);
            case '-' -> variant(at);
            case '}', ']' -> closing(at, c);
            case '|' -> pipe(at);
            case ':', ';' -> separator(at);
            default -> at + 1;
          };
    }
  }

  private int pipe(int at) {
    Bracket top = open.peek();
    if (top != null) {
      top.pipe(at);
    }
    return at + 1;
  }

  private int separator(int at) {
    Bracket top = open.peek();
    if (top != null && top.kind == '-') {
      top.separator(at);
    }
    return at + 1;
  }

  private int opening(int at, char kind) {
    int end = Characters.endOfRun(text, at, text.length(), kind);
    if (end - at > 1) {
      open.push(new Bracket(kind, end - at, end, spans.size()));
    } else if (!open.isEmpty() && kind == '[') {
      open.element().single++;
    }
    return end;
  }

  /**
   * Opens a variant. In <code>-{{</code> the dash is text; in <code>-{{{</code> a variant begins
   * with a template.
   */
  private int variant(int at) {
    int braces = Characters.endOfRun(text, at + 1, text.length(), '{') - at - 1;
    if (braces == 1 || braces > 2) {
      open.push(new Bracket('-', 2, at + 2, spans.size()));
      return at + 2;
    }
    return at + 1;
  }

  private int closing(int at, char c) {
    Bracket top = open.peek();
    if (top == null) {
      return at + 1;
    }
    if (top.kind == '-' && Characters.startsWith(text, at, text.length(), "}-")) {
      return close(top, Span.Kind.VARIANT, 2, at);
    }
    int run = Characters.endOfRun(text, at, Math.min(text.length(), at + 3), c) - at;
    if (top.kind == '-') {
      top = withoutVariant(top, run > 1 ? c : '-');
    }
    int brackets = Math.min(run, Math.min(top.count, c == '}' ? 3 : 2));
    if (c == ']' && run != 2 && top.single > 0) {
      // Of ]]] in [[File:a.jpg|b [http://host c]]], the first is that of the inner link.
      top.single--;
      return at + 1;
    }
    if (brackets < 2 || top.kind != (c == '}' ? '{' : '[')) {
      return at + 1;
    }
    Span.Kind kind = c == ']' ? Span.Kind.LINK : Span.Kind.PARAMETER;
    return close(top, brackets == 2 && c == '}' ? Span.Kind.OMITTED : kind, brackets, at);
  }

  /**
   * Drops an open variant if the bracket around it closes: in most languages <code>-{</code> is
   * text.
   */
  private Bracket withoutVariant(Bracket variant, char closing) {
    open.pop();
    Bracket around = open.peek();
    if (around != null && closing != '-' && around.kind == (closing == '}' ? '{' : '[')) {
      return around;
    }
    open.push(variant);
    return variant;
  }

  private int close(Bracket top, Span.Kind kind, int brackets, int at) {
    Span span = top.close(kind, brackets, at, at + brackets);
    if (kind == Span.Kind.OMITTED) {
      spans.subList(top.before, spans.size()).clear();
    }
    spans.add(span);
    if (top.count < 2) {
      open.pop();
    }
    return span.end();
  }

  private int element(int at) {
    if (Characters.startsWith(text, at, text.length(), "<!--")) {
      int end = endOfComment(at + "<!--".length());
      spans.add(Span.of(Span.Kind.OMITTED, at, at, at, end));
      return end;
    }
    String name = Elements.nameAt(text, at + 1);
    Span.@Nullable Kind kind = Elements.opaque(name);
    int tag = kind == null ? -1 : TagEnd.find(text, at + 1 + name.length());
    if (kind == null || tag < 0) {
      return at + 1;
    }
    if (text.charAt(tag - 2) == '/') {
      spans.add(Span.of(kind, at, at, at, tag));
      return tag;
    }
    return content(at, tag, name, kind);
  }

  private int content(int at, int from, String name, Span.Kind kind) {
    int to = unclosed.contains(name) ? -1 : endTag(name, from);
    int end = to < 0 ? -1 : behindEndTag(name, to);
    if (to < 0) {
      unclosed.add(name);
      if (!name.equals("includeonly")) {
        return from;
      }
      to = text.length();
      end = to;
    }
    spans.add(Span.of(kind, at, from, to, end));
    return end;
  }

  private int endOfComment(int from) {
    for (int at = from; at < text.length(); at++) {
      if (text.charAt(at) == '-' && Characters.startsWith(text, at, text.length(), "-->")) {
        return at + "-->".length();
      }
    }
    return text.length();
  }

  /** Returns the index of an end tag, or -1. */
  private int endTag(String name, int from) {
    for (int at = from; at < text.length(); at++) {
      if (text.charAt(at) == '<' && behindEndTag(name, at) > 0) {
        return at;
      }
    }
    return -1;
  }

  /** Returns the index after an end tag that begins here, or -1. */
  private int behindEndTag(String name, int at) {
    int end = at + 2 + name.length();
    if (end >= text.length() || text.charAt(at + 1) != '/') {
      return -1;
    }
    String found = text.subSequence(at + 2, end).toString().toLowerCase(Locale.ROOT);
    while (end < text.length() && Characters.isSpace(text.charAt(end))) {
      end++;
    }
    boolean closes = found.equals(name) && end < text.length() && text.charAt(end) == '>';
    return closes ? end + 1 : -1;
  }
}
