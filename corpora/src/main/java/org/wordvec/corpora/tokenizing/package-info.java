/**
 * From lines to tokens and from tokens to the forms of words. Start at {@link
 * org.wordvec.corpora.tokenizing.Tokenization}; a tokenizer of one's own implements {@link
 * org.wordvec.corpora.tokenizing.TokenizerProvider}. Depends on {@code sources} and {@code words}.
 */
@NullMarked
package org.wordvec.corpora.tokenizing;

import org.jspecify.annotations.NullMarked;
