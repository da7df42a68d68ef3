/**
 * Word2Vec on NVIDIA GPUs, and what FastText shares of it. Start at {@link
 * org.wordvec.word2vec.device.DeviceWord2Vec}. Depends on the trainer's configuration and tables in
 * the package above, and on {@code compute.cuda} for the driver.
 */
@NullMarked
package org.wordvec.word2vec.device;

import org.jspecify.annotations.NullMarked;
