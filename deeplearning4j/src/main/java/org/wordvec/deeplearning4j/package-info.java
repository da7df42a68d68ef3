/**
 * The bridge to Deeplearning4j and ND4J: files, tokenizers, a trainer, matrix products. Start at
 * {@link org.wordvec.deeplearning4j.Deeplearning4jZip} and {@link
 * org.wordvec.deeplearning4j.Deeplearning4jEngine}. Depends on the word2vec module; nothing depends
 * on it, as its services are found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package org.wordvec.deeplearning4j;

import org.jspecify.annotations.NullMarked;
