/**
 * Diagnosis of damaged files and what can be read of them. Start at {@link
 * org.wordvec.vectors.repair.Examination}. Depends on formats.
 */
@NullMarked
package org.wordvec.vectors.repair;

import org.jspecify.annotations.NullMarked;
