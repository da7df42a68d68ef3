@NullMarked
package org.wordvec.vectors;

import org.jspecify.annotations.NullMarked;
