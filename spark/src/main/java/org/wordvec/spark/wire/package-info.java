/**
 * Values on their way from the driver to executors and back, so that the library's own types need
 * not be serializable. Start at {@link org.wordvec.spark.wire.PortableRecord}. Depends on no other
 * package of this module.
 */
@NullMarked
package org.wordvec.spark.wire;

import org.jspecify.annotations.NullMarked;
