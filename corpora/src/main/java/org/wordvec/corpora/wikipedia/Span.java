package org.wordvec.corpora.wikipedia;

import java.util.List;

/**
 * A part of a page with markup, as indexes into its text.
 *
 * @param start start of the markup
 * @param from start of the content
 * @param to end of the content
 * @param end end of the markup
 * @param pipe index of the first {@code |} of the content outside nested spans; {@link #to} if
 *     there is none
 * @param separators for a variant, the indexes of {@code :} and {@code ;} after the pipe, if there
 *     is one
 */
record Span(Kind kind, int start, int from, int to, int end, int pipe, List<Integer> separators) {
  /** Creates a span whose content is visible as a whole or not at all. */
  static Span of(Kind kind, int start, int from, int to, int end) {
    return new Span(kind, start, from, to, end, to, List.of());
  }

  /** The kind of markup of a span. */
  enum Kind {
    /** A template, comment, footnote or the like, which is invisible. */
    OMITTED,
    /** The content of nowiki and pre, in which there is no markup. */
    VERBATIM,
    /** {@code {{{name|default}}}}. */
    PARAMETER,
    /** {@code [[target|text]]}. */
    LINK,
    /** <code>-{flags|zh-hans:text;zh-hant:text}-</code>. */
    VARIANT
  }
}
