/**
 * Co-occurrence counts as training reads them: weighted, in tiles whose parameters fit a core's
 * cache, in random order. Start at {@link org.wordvec.glove.entries.Entries}. Depends on {@code
 * counting}.
 */
@NullMarked
package org.wordvec.glove.entries;

import org.jspecify.annotations.NullMarked;
