/**
 * What this module asks of Linux itself. Internal to the module; everything works without it. Start
 * at {@link org.wordvec.compute.linux.LinuxMemory}.
 */
@NullMarked
package org.wordvec.compute.linux;

import org.jspecify.annotations.NullMarked;
