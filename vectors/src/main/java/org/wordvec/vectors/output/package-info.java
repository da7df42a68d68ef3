/**
 * Output files that replace older ones atomically. Start at {@link
 * org.wordvec.vectors.output.OutputFile}. Depends on nothing else of this module.
 */
@NullMarked
package org.wordvec.vectors.output;

import org.jspecify.annotations.NullMarked;
