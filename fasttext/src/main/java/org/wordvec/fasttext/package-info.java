/**
 * FastText on the CPU: Word2Vec whose input vectors are means over character n-grams, and the model
 * that makes vectors for out-of-vocabulary words. Start at {@link org.wordvec.fasttext.FastText};
 * the algorithm without optimization is FastTextReference in the tests. Depends on {@code word2vec}
 * for windows, outputs and noise.
 */
@NullMarked
package org.wordvec.fasttext;

import org.jspecify.annotations.NullMarked;
