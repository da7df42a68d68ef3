/** GloVe: counting words that stand together, and training on the counts. */
@NullMarked
package org.wordvec.glove;

import org.jspecify.annotations.NullMarked;
