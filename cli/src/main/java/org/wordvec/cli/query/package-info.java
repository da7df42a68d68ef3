/**
 * Commands that open models and query, evaluate, compare or convert them. Start at {@code
 * QueryCommand}; depends on {@code text} for options of CSV files, {@code output} and {@code base}.
 */
@NullMarked
package org.wordvec.cli.query;

import org.jspecify.annotations.NullMarked;
