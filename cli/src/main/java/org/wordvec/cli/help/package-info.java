/**
 * Completion scripts and manual pages, generated from the command tree. Start at {@code
 * CompletedCommand}; depends on {@code base}.
 */
@NullMarked
package org.wordvec.cli.help;

import org.jspecify.annotations.NullMarked;
