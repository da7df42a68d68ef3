package org.wordvec.compute;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Tells how much memory this machine has, or the container that the program runs in. */
public final class MachineMemory {
  private MachineMemory() {}

  /** Bytes of memory in all, used or not; swap space is not counted. */
  public static long total() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }
}
