@NullMarked
package org.wordvec.compute;

import org.jspecify.annotations.NullMarked;
