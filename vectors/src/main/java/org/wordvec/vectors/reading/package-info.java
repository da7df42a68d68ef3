/**
 * Building blocks of the readers of all formats: bytes of a file, mapped or streamed, headers, rows
 * of text and binary, and detection of the kind of a file. Start at {@link
 * org.wordvec.vectors.reading.MappedBytes}. Depends on word vectors alone.
 */
@NullMarked
package org.wordvec.vectors.reading;

import org.jspecify.annotations.NullMarked;
