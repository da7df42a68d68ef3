/**
 * Commands that open vectors and query, evaluate, compare or convert them. Start at {@code
 * QueryCommand}; depends on {@code text} for rows of CSV, {@code output} and {@code base}.
 */
@NullMarked
package org.wordvec.cli.query;

import org.jspecify.annotations.NullMarked;
