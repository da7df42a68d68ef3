/**
 * Commands and options that read text: corpora, vocabularies, phrases, co-occurrence counts. Start
 * at {@code VocabularyCommand}; depends on {@code base}, {@code output} and {@code progress}.
 */
@NullMarked
package org.wordvec.cli.text;

import org.jspecify.annotations.NullMarked;
