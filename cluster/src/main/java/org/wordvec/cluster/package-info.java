/** What the commands ask of a cluster, whichever engine runs it. */
@org.jspecify.annotations.NullMarked
package org.wordvec.cluster;
