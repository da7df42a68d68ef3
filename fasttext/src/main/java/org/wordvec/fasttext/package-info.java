@NullMarked
package org.wordvec.fasttext;

import org.jspecify.annotations.NullMarked;
