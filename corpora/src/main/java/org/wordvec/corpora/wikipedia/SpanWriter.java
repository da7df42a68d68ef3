package org.wordvec.corpora.wikipedia;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a page with each span replaced by its visible text. */
final class SpanWriter {
  private static final Pattern NOWIKI = Pattern.compile("</?nowiki>", Pattern.CASE_INSENSITIVE);

  private final CharSequence text;
  private final List<Span> spans;
  private final LinkPrefixes prefixes;
  private final StringBuilder out;

  private SpanWriter(CharSequence text, List<Span> spans, LinkPrefixes prefixes) {
    this.text = text;
    this.spans = spans;
    this.prefixes = prefixes;
    this.out = new StringBuilder(text.length());
  }

  /**
   * Returns the page with spans resolved; the markup of lines, tags and quotes remains.
   *
   * @param spans spans, ordered by their start
   */
  static StringBuilder write(CharSequence text, List<Span> spans, LinkPrefixes prefixes) {
    SpanWriter writer = new SpanWriter(text, spans, prefixes);
    writer.write();
    return writer.out;
  }

  /** A part of the page, and the index at which to continue after it. */
  record Stretch(int from, int to, int behind) {}

  private void write() {
    Deque<Stretch> around = new ArrayDeque<>();
    Stretch current = new Stretch(0, text.length(), text.length());
    int at = 0;
    int next = 0;
    while (true) {
      while (next < spans.size() && spans.get(next).start() < at) {
        next++;
      }
      boolean inside = next < spans.size() && spans.get(next).start() < current.to();
      int stop = inside ? spans.get(next).start() : current.to();
      out.append(text, at, stop);
      if (inside) {
        Span span = spans.get(next++);
        around.push(current);
        current = shown(span);
        at = current.from();
      } else if (around.isEmpty()) {
        return;
      } else {
        at = current.behind();
        current = around.pop();
      }
    }
  }

  private Stretch shown(Span span) {
    return switch (span.kind()) {
      case LINK -> Links.shown(text, span, prefixes);
      case VARIANT -> Variants.shown(text, span);
      case PARAMETER -> stretch(span, Math.min(span.pipe() + 1, span.to()));
      case OMITTED -> stretch(span, span.to());
      case VERBATIM -> {
        Protection.append(withoutNowiki(text.subSequence(span.from(), span.to())), out);
        yield stretch(span, span.to());
      }
    };
  }

  /** Removes nowiki tags inside pre; nowiki cannot contain its own end tag. */
  private static CharSequence withoutNowiki(CharSequence content) {
    StringBuilder shown = new StringBuilder();
    int copied = 0;
    int opened = -1;
    Matcher tag = NOWIKI.matcher(content);
    while (tag.find()) {
      boolean opens = content.charAt(tag.start() + 1) != '/';
      if (opens && opened < 0) {
        shown.append(content, copied, tag.start());
        copied = tag.start();
        opened = tag.end();
      } else if (!opens && opened >= 0) {
        shown.append(content, opened, tag.start());
        copied = tag.end();
        opened = -1;
      }
    }
    return copied == 0 && opened < 0 ? content : shown.append(content, copied, content.length());
  }

  private static Stretch stretch(Span span, int from) {
    return new Stretch(from, span.to(), span.end());
  }
}
