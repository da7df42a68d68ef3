/** Groups of near words: the senses of a word, and passages of a text for each. */
@NullMarked
package org.wordvec.vectors.senses;

import org.jspecify.annotations.NullMarked;
