/**
 * GloVe on NVIDIA GPUs. Start at {@link org.wordvec.glove.device.DeviceGloVe}. Depends on the
 * trainer's configuration in the package above, on {@code entries}, and on {@code compute.cuda} for
 * the driver.
 */
@NullMarked
package org.wordvec.glove.device;

import org.jspecify.annotations.NullMarked;
