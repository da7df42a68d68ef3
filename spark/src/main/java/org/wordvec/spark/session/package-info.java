/**
 * The driver's session with Spark: starting it, running jobs, settings of Hadoop, bytes moved.
 * Start at {@link org.wordvec.spark.session.DriverContext}. Depends on no other package of this
 * module.
 */
@NullMarked
package org.wordvec.spark.session;

import org.jspecify.annotations.NullMarked;
