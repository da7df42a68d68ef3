package org.wordvec.compute.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordvec.emulation.EmulatedGpu;

class PtxTest {
  private static final String TEXT =
      """
      // sources SHA-256 %s
      // from a.cu b.cuh
      .version 6.4
      .target sm_75
      .address_size 64

      .visible .entry first_64(
      \t.param .u64 .ptr .global .align 4 first_64_param_0,
      \t.param .u32 first_64_param_1,
      \t.param .f32 first_64_param_2
      )
      .maxntid 32, 1, 1
      {
      \tret;
      }
      .visible .entry second(
      \t.param .align 8 .b8 second_param_0[24]
      )
      {
      \tret;
      }
      .visible .entry third()
      {
      \tret;
      }
      """
          .formatted("ab".repeat(32));

  @Test
  void tellsWhatItHolds() {
    Ptx ptx = Ptx.of(TEXT);
    assertThat(ptx.version()).isEqualTo(64);
    assertThat(ptx.target()).isEqualTo(75);
    assertThat(ptx.sourceHash()).isEqualTo("ab".repeat(32));
    assertThat(ptx.kernels())
        .isEqualTo(Map.of("first_64", List.of(8, 4, 4), "second", List.of(24), "third", List.of()));
  }

  @Test
  void otherTextIsRefused() {
    assertThatThrownBy(() -> Ptx.of("kernel void f() {}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no PTX");
  }

  @Test
  void aModuleOfOtherSourcesIsRefusedWithTheCompilersWords() {
    try (EmulatedGpu gpu = EmulatedGpu.plug();
        CudaContext context = gpu.device().open()) {
      assertThatThrownBy(() -> context.load(Ptx.of(TEXT)))
          .isInstanceOf(CudaException.class)
          .hasMessageContaining("CUDA_ERROR_INVALID_PTX: stale PTX: the sources have no kernel");
    }
  }

  @Test
  void aDriverThatIsTooOldForItSaysSo() {
    try (EmulatedGpu gpu = EmulatedGpu.plug("EMULATED_DRIVER=10000");
        CudaContext context = gpu.device().open()) {
      assertThatThrownBy(() -> context.load(Ptx.of(TEXT)))
          .hasMessageContaining("CUDA_ERROR_UNSUPPORTED_PTX_VERSION: Unsupported .version 6.4");
    }
  }
}
