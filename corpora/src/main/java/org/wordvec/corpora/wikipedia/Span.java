package org.wordvec.corpora.wikipedia;

import java.util.List;

/**
 * A stretch of a page that is not shown as it is written.
 *
 * @param start where its markup begins
 * @param from where its content begins
 * @param to where its content ends
 * @param end where its markup ends
 * @param pipe where the first {@code |} of the content is, those within further spans left out;
 *     {@link #to} if there is none
 * @param separators of a variant, where {@code :} and {@code ;} are behind the pipe, if there is
 *     one
 */
record Span(Kind kind, int start, int from, int to, int end, int pipe, List<Integer> separators) {
  /** Makes a span whose content is shown as a whole or not at all. */
  static Span of(Kind kind, int start, int from, int to, int end) {
    return new Span(kind, start, from, to, end, to, List.of());
  }

  /** How a span is written. */
  enum Kind {
    /** A template, comment, footnote or the like: nothing of it is shown. */
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
