/**
 * From lines to tokens and from tokens to normalized words. Start at {@link
 * org.wordvec.corpora.tokenizing.Tokenization}; a custom tokenizer implements {@link
 * org.wordvec.corpora.tokenizing.TokenizerProvider}. Depends on {@code sources} and {@code words}.
 */
@NullMarked
package org.wordvec.corpora.tokenizing;

import org.jspecify.annotations.NullMarked;
