@NullMarked
package org.wordvec.cli;

import org.jspecify.annotations.NullMarked;
