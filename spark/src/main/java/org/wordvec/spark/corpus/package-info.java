/**
 * The text of a cluster: its files, their parts, and how an executor reads a part. Start at {@link
 * org.wordvec.spark.corpus.PortableText}. Depends on {@code session} for the settings of file
 * systems and on {@code wire}.
 */
@NullMarked
package org.wordvec.spark.corpus;

import org.jspecify.annotations.NullMarked;
