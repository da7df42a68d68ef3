/** Blocks of UTF-8 and what characters are. Depends on {@code reading} alone. */
@NullMarked
package org.wordvec.corpora.text;

import org.jspecify.annotations.NullMarked;
