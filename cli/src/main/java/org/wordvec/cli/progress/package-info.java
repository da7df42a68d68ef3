/**
 * Progress of long work on standard error. Start at {@code ProgressDisplay}; depends on {@code
 * base} and {@code terminal}.
 */
@NullMarked
package org.wordvec.cli.progress;

import org.jspecify.annotations.NullMarked;
