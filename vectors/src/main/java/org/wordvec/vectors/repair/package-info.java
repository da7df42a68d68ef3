/**
 * Diagnosis of damaged files and what can be read of them. Start at {@link
 * org.wordvec.vectors.repair.Diagnosis}. Depends on formats.
 */
@NullMarked
package org.wordvec.vectors.repair;

import org.jspecify.annotations.NullMarked;
