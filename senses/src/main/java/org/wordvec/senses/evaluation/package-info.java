/**
 * Measures how well senses are found: on pseudo-words of any text, and on contexts that were tagged
 * with senses.
 */
@NullMarked
package org.wordvec.senses.evaluation;

import org.jspecify.annotations.NullMarked;
