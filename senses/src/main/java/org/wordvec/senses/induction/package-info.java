/**
 * Division of a word's contexts into clusters. Start at {@link
 * org.wordvec.senses.induction.SenseInduction}.
 */
@NullMarked
package org.wordvec.senses.induction;

import org.jspecify.annotations.NullMarked;
