/**
 * The interface between the commands and a cluster, whichever engine runs it. Start at {@link
 * org.wordvec.cluster.Cluster}. Depends on the model families, whose configurations and results it
 * passes.
 */
@NullMarked
package org.wordvec.cluster;

import org.jspecify.annotations.NullMarked;
