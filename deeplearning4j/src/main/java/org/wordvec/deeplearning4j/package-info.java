/** The way into and out of the world of Deeplearning4j and ND4J. */
@org.jspecify.annotations.NullMarked
package org.wordvec.deeplearning4j;
