package org.wordvec.cli;

import org.wordvec.corpora.Tokenization;
import org.wordvec.corpora.VocabularyLimits;

/** How text becomes words, and which of them count. */
record CorpusReading(Tokenization tokenization, VocabularyLimits limits) {}
