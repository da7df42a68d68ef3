/** Counting and training on Apache Spark: the jobs of the commands past one machine. */
@org.jspecify.annotations.NullMarked
package org.wordvec.spark;
