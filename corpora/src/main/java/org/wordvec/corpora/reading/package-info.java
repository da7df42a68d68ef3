/** The first stage: from a file's bytes to text, unpacked and decoded. */
@NullMarked
package org.wordvec.corpora.reading;

import org.jspecify.annotations.NullMarked;
