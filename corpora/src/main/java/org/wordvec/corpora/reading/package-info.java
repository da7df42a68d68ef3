/** The first stage: from the bytes of a file to decompressed and decoded text. */
@NullMarked
package org.wordvec.corpora.reading;

import org.jspecify.annotations.NullMarked;
