/**
 * Induction of word senses by clustering nearest neighbours, and passages of a text for each sense.
 */
@NullMarked
package org.wordvec.vectors.senses;

import org.jspecify.annotations.NullMarked;
