/**
 * What the readers of all formats share: bytes of a file, mapped or streamed, headers, rows of text
 * and of binary, and what the first bytes say that a file is. Start at {@link
 * org.wordvec.vectors.reading.MappedBytes}. Depends on word vectors alone.
 */
@NullMarked
package org.wordvec.vectors.reading;

import org.jspecify.annotations.NullMarked;
