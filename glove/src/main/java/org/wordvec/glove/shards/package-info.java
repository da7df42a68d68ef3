/**
 * What a cluster needs besides the trainer: counts of parts of a corpus that can be sent and
 * summed. Start at {@link org.wordvec.glove.shards.CountBlocks}. Depends on {@code counting}.
 */
@NullMarked
package org.wordvec.glove.shards;

import org.jspecify.annotations.NullMarked;
