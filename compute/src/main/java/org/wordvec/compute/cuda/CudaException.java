package org.wordvec.compute.cuda;

import java.util.Locale;

/**
 * Thrown where a GPU cannot be used, or a call of its driver failed; the message is one line for
 * the user.
 */
public final class CudaException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The {@link #code} where no call failed, but something is missing. */
  public static final int NO_CALL = -1;

  static final int OUT_OF_MEMORY = 2;
  static final int NO_DEVICE = 100;

  private final String call;
  private final int code;

  /** Creates an exception for something that is missing. */
  CudaException(String message) {
    super(message);
    this.call = "";
    this.code = NO_CALL;
  }

  private CudaException(String message, String call, int code) {
    super(message);
    this.call = call;
    this.code = code;
  }

  /** Returns an exception for a failed call that concerns no GPU in particular. */
  static CudaException of(String call, int code, String name) {
    return new CudaException("the GPU failed: " + call + " answered " + name, call, code);
  }

  /** Returns an exception for a failed call on a GPU. */
  static CudaException of(CudaDevice device, String call, int code, String name) {
    return new CudaException(device.title() + " failed: " + call + " answered " + name, call, code);
  }

  /** Returns an exception for a failed call on a GPU, with a reason. */
  static CudaException of(CudaDevice device, String call, int code, String name, String reason) {
    return new CudaException(
        device.title() + " failed: " + call + " answered " + name + ": " + reason, call, code);
  }

  /** Returns an exception for too little memory. */
  static CudaException outOfMemory(CudaDevice device, long asked, long free) {
    return new CudaException(
        String.format(
            Locale.ROOT,
            "not enough memory on %s: %,d bytes needed, %,d free; every GPU holds the whole model:"
                + " lower --dim, raise --min-count or train with --device cpu",
            device.title(),
            asked,
            free),
        "cuMemAlloc",
        OUT_OF_MEMORY);
  }

  /** This process cannot pin as much memory as is needed. */
  static CudaException notPinned(CudaDevice device, long asked, String name) {
    return new CudaException(
        String.format(
            Locale.ROOT,
            "no %,d bytes of memory could be pinned for copies to %s: cuMemHostAlloc answered %s",
            asked,
            device.title(),
            name),
        "cuMemHostAlloc",
        OUT_OF_MEMORY);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Returns the function of the driver that failed; empty where something is missing. */
  public String call() {
    return call;
  }

  /** Its {@code CUresult}, or {@link #NO_CALL}. */
  public int code() {
    return code;
  }
}
