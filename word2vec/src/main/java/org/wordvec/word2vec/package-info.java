/**
 * Word2Vec on the CPU: skip-gram and CBOW, with negative sampling or hierarchical softmax. Start at
 * {@link org.wordvec.word2vec.Word2Vec}, then read {@code WindowStep}; the algorithms without
 * optimization are SkipGramReference and CbowReference in the tests. Depends on {@code compute} for
 * kernels and the training loop, and on {@code corpora} for encoded text.
 */
@NullMarked
package org.wordvec.word2vec;

import org.jspecify.annotations.NullMarked;
