@NullMarked
package org.wordvec.word2vec;

import org.jspecify.annotations.NullMarked;
