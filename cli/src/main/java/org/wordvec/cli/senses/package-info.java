/** Commands about the senses of words: {@code senses}, {@code disambiguate}. */
@NullMarked
package org.wordvec.cli.senses;

import org.jspecify.annotations.NullMarked;
