/** The command that draws maps of words. Start at {@code MapCommand}; depends on {@code query}. */
@NullMarked
package org.wordvec.cli.map;

import org.jspecify.annotations.NullMarked;
