@NullMarked
package org.wordvec.corpora;

import org.jspecify.annotations.NullMarked;
