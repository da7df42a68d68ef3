package org.wordvec.compute.cuda;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordvec.emulation.EmulatedGpu;

class CudaContextTest {
  @AutoClose private final Arena arena = Arena.ofShared();
  @AutoClose private final EmulatedGpu gpu = EmulatedGpu.plug();

  @Test
  void whatGoesUpComesDown() {
    int[] values = IntStream.range(0, 1000).toArray();
    try (CudaContext context = gpu.device().open()) {
      CudaStream stream = context.newStream();
      DeviceBuffer buffer = DeviceArrays.of(context, stream, values);
      MemorySegment back = arena.allocate(4000);
      stream.download(buffer, back);
      stream.synchronize();
      assertThat(back.toArray(JAVA_INT)).isEqualTo(values);
      stream.clear(buffer.slice(400, 40));
      stream.download(buffer, back);
      stream.synchronize();
      assertThat(back.getAtIndex(JAVA_INT, 99)).isEqualTo(99);
      assertThat(back.getAtIndex(JAVA_INT, 100)).isZero();
      assertThat(back.getAtIndex(JAVA_INT, 109)).isZero();
      assertThat(back.getAtIndex(JAVA_INT, 110)).isEqualTo(110);
    }
  }

  /** Whether memory is pinned or not: where the GPU reads it itself, a copy takes its time. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSourceThatChangesBeforeItsCopyIsOverIsFoundOut(boolean freed) {
    try (CudaContext context = gpu.device().open()) {
      CudaStream stream = context.newStream();
      // So large that the system takes it back as soon as it is freed.
      long bytes = 40 << 20;
      DeviceBuffer buffer = context.allocate(bytes);
      try (Arena brief = Arena.ofConfined()) {
        MemorySegment source = brief.allocate(bytes);
        stream.upload(source, buffer);
        if (!freed) {
          source.set(JAVA_INT, 0, 1);
          assertThatThrownBy(stream::synchronize).hasMessageContaining("ILLEGAL_ADDRESS");
        }
      }
      assertThatThrownBy(stream::synchronize).hasMessageContaining("ILLEGAL_ADDRESS");
    }
  }

  @Test
  void copiesOfPinnedMemoryAreOverAfterSynchronizing() {
    try (CudaContext context = gpu.device().open()) {
      CudaStream stream = context.newStream();
      DeviceBuffer buffer = context.allocate(4);
      MemorySegment pinned = context.allocatePinned(4);
      pinned.set(JAVA_INT, 0, 7);
      stream.upload(pinned, buffer);
      stream.synchronize();
      pinned.set(JAVA_INT, 0, 8);
      stream.download(buffer, pinned);
      stream.synchronize();
      assertThat(pinned.get(JAVA_INT, 0)).isEqualTo(7);
    }
  }

  @Test
  void anEventHoldsAnotherStreamBack() {
    try (CudaContext context = gpu.device().open()) {
      CudaStream copies = context.newStream();
      CudaStream kernels = context.newStream();
      CudaEvent copied = CudaEvent.of(context);
      CudaEvent done = CudaEvent.of(context);
      DeviceBuffer buffer = context.allocate(4);
      MemorySegment pinned = context.allocatePinned(4);
      MemorySegment result = context.allocatePinned(4);
      pinned.set(JAVA_INT, 0, 5);
      copies.upload(pinned, buffer);
      copies.record(copied);
      kernels.await(copied);
      kernels.download(buffer, result);
      kernels.record(done);
      done.synchronize();
      assertThat(result.get(JAVA_INT, 0)).isEqualTo(5);
      assertThat(done.secondsSince(copied)).isBetween(0.0, 10.0);
    }
  }

  @Test
  void tooMuchMemoryIsRefusedWithTheBytesAskedForAndThoseFree() {
    EmulatedGpu.set("EMULATED_MEMORY", "1000000");
    try (CudaContext context = gpu.device().open()) {
      context.allocate(400_000);
      assertThatThrownBy(() -> context.allocate(600_001))
          .isInstanceOf(CudaException.class)
          .hasMessageStartingWith(
              "not enough memory on GPU 0 (Emulated GPU 0): 600,001 bytes needed, 600,000 free;");
      assertThatThrownBy(() -> context.require(700_000))
          .hasMessageContaining("700,000 bytes needed, 600,000 free; ");
      context.require(600_000);
    }
  }

  @Test
  void closingFreesEverything() {
    try (CudaContext outer = gpu.device().open()) {
      long free = outer.freeBytes();
      try (CudaContext context = gpu.device().open()) {
        context.allocate(1 << 20);
        assertThat(outer.freeBytes()).isEqualTo(free - (1 << 20));
      }
      assertThat(outer.freeBytes()).isEqualTo(free);
    }
  }

  @Test
  void anotherThreadMayDriveItOnceItIsBound() {
    try (CudaContext context = gpu.device().open()) {
      assertThatThrownBy(() -> CompletableFuture.supplyAsync(context::freeBytes).join())
          .hasMessageContaining("CUDA_ERROR_INVALID_CONTEXT");
      long free =
          CompletableFuture.supplyAsync(
                  () -> {
                    context.bind();
                    return context.freeBytes();
                  })
              .join();
      assertThat(free).isEqualTo(context.freeBytes());
    }
  }

  @Test
  void nothingReachesBeyondABuffer() {
    try (CudaContext context = gpu.device().open()) {
      CudaStream stream = context.newStream();
      DeviceBuffer buffer = context.allocate(8);
      assertThatThrownBy(() -> stream.upload(arena.allocate(9), buffer))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> stream.download(buffer, arena.allocate(9)))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> buffer.slice(4, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }
}
