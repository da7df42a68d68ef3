/**
 * The command-line program: {@code Main} starts it, {@code CommandTree} holds all commands, {@code
 * Invocation} prepares their arguments. Start at {@code CommandTree}.
 */
@NullMarked
package org.wordvec.cli;

import org.jspecify.annotations.NullMarked;
