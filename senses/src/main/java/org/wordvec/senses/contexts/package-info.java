/** Contexts of words as vectors. Start at {@link org.wordvec.senses.contexts.ContextSpace}. */
@NullMarked
package org.wordvec.senses.contexts;

import org.jspecify.annotations.NullMarked;
