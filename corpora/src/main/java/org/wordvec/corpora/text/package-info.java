/** Blocks of UTF-8 and character classes. Depends on {@code reading} alone. */
@NullMarked
package org.wordvec.corpora.text;

import org.jspecify.annotations.NullMarked;
