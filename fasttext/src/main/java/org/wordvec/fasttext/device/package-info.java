/**
 * FastText on NVIDIA GPUs: the kernels of {@code word2vec.device}, which also read the input rows
 * of each word. Start at {@link org.wordvec.fasttext.device.DeviceFastText}. Depends on the package
 * above and on {@code word2vec.device}.
 */
@NullMarked
package org.wordvec.fasttext.device;

import org.jspecify.annotations.NullMarked;
