/**
 * The interactive shell, which runs queries on an open model. Start at {@code Interpreter}; depends
 * on {@code query}.
 */
@NullMarked
package org.wordvec.cli.shell;

import org.jspecify.annotations.NullMarked;
