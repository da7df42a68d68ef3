/**
 * Trains a vector for each sense of a word. Start at {@link org.wordvec.senses.SenseTraining}; what
 * comes out is vectors, and a {@link org.wordvec.senses.SenseInventory} that tells which sense a
 * context has.
 */
@NullMarked
package org.wordvec.senses;

import org.jspecify.annotations.NullMarked;
