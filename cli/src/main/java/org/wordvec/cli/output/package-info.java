/**
 * Formats results as tables, TSV, CSV and JSON. Start at {@code Report}; depends on {@code base}
 * and {@code terminal}.
 */
@NullMarked
package org.wordvec.cli.output;

import org.jspecify.annotations.NullMarked;
