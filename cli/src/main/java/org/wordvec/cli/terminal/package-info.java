/**
 * Standard streams of the process, with width, colours and escaped control characters. Start at
 * {@code Terminal}; depends on no other package of the command line.
 */
@NullMarked
package org.wordvec.cli.terminal;

import org.jspecify.annotations.NullMarked;
