/**
 * Diagnosis and repair of damaged files. Start at {@link org.wordvec.vectors.repair.Diagnosis}.
 * Depends on formats.
 */
@NullMarked
package org.wordvec.vectors.repair;

import org.jspecify.annotations.NullMarked;
