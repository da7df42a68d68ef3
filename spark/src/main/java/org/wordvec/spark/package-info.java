/**
 * Counting and training on Apache Spark. Start at {@link org.wordvec.spark.SparkCluster}, which
 * turns each job of the commands into jobs of Spark; {@link org.wordvec.spark.Submit} is what
 * {@code spark-submit} starts. Depends on all packages below it, none of which depends on this one.
 */
@NullMarked
package org.wordvec.spark;

import org.jspecify.annotations.NullMarked;
