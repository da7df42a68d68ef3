/**
 * The interactive shell: queries of an open model, line by line. Start at {@code Interpreter};
 * depends on {@code query}.
 */
@NullMarked
package org.wordvec.cli.shell;

import org.jspecify.annotations.NullMarked;
