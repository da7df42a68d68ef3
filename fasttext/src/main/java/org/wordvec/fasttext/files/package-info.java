/**
 * fastText's binary models: reading, writing, and the diagnosis of damaged ones. Start at {@link
 * org.wordvec.fasttext.files.FastTextReader}. Depends on the model in the package above and on
 * mapped files of {@code vectors}.
 */
@NullMarked
package org.wordvec.fasttext.files;

import org.jspecify.annotations.NullMarked;
