package org.wordvec.compute.cuda;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Opens the GPUs of one training and closes them after it. */
public final class DeviceContexts implements AutoCloseable {
  private final List<CudaContext> contexts = new ArrayList<>();

  private DeviceContexts() {}

  /** Prepares one GPU, whose context is bound. */
  @FunctionalInterface
  public interface Preparation<T> {
    T on(CudaContext context, DeviceShare share);
  }

  /**
   * Opens GPUs for the calling thread.
   *
   * @throws CudaException if one of them cannot be used; then none is
   */
  public static DeviceContexts open(List<CudaDevice> devices) {
    DeviceContexts opened = new DeviceContexts();
    try {
      devices.forEach(device -> opened.contexts.add(device.open()));
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Prepares all GPUs, one after the other, and returns the results. */
  public <T> List<T> each(Preparation<T> preparation) {
    List<T> results = new ArrayList<>();
    for (int i = 0; i < contexts.size(); i++) {
      CudaContext context = contexts.get(i);
      context.bind();
      results.add(preparation.on(context, new DeviceShare(i, contexts.size())));
    }
    return List.copyOf(results);
  }

  @Override
  public void close() {
    Collections.reverse(contexts);
    contexts.forEach(CudaContext::close);
  }
}
