/**
 * Streams of the process: standard output and error with widths, colours and safe characters. Start
 * at {@code Terminal}; depends on no other package of the command line.
 */
@NullMarked
package org.wordvec.cli.terminal;

import org.jspecify.annotations.NullMarked;
