package org.wordvec.compute.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordvec.emulation.EmulatedGpu;

class CudaDriverTest {
  @Test
  void aMissingLibraryIsNamedWhenAskedFor() {
    assertThatThrownBy(CudaDriver::open)
        .isInstanceOf(CudaException.class)
        .hasMessage(
            "no CUDA driver (libcuda-of-no-test.so): it comes with NVIDIA's driver for the GPU");
  }

  @Test
  void aLibraryThatIsNoDriverIsRefused() {
    String before = System.getProperty(CudaDriver.LIBRARY, "");
    System.setProperty(CudaDriver.LIBRARY, System.mapLibraryName("c").replace(".so", ".so.6"));
    try {
      assertThatThrownBy(CudaDriver::open)
          .isInstanceOf(CudaException.class)
          .hasMessageContaining("CUDA driver");
    } finally {
      System.setProperty(CudaDriver.LIBRARY, before);
    }
  }

  @Test
  void devicesAreDescribed() {
    try (EmulatedGpu _ = EmulatedGpu.plug("EMULATED_DEVICES=2", "EMULATED_CAPABILITY=86")) {
      List<CudaDevice> devices = CudaDriver.open().devices();
      assertThat(devices).extracting(CudaDevice::index).containsExactly(0, 1);
      CudaDevice second = devices.getLast();
      assertThat(second.name()).isEqualTo("Emulated GPU 1");
      assertThat(second.totalBytes()).isEqualTo(4L << 30);
      assertThat(second.capabilityText()).isEqualTo("8.6");
      assertThat(second.driverText()).isEqualTo("12.4");
      assertThat(second.obstacle()).isEmpty();
      assertThat(second.freeBytes()).isEqualTo(4L << 30);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "70, 12040, compute capability 7.0",
    "75, 9020, the driver is too old: it serves CUDA 9.2"
  })
  void whatStandsInTheWayIsSaid(int capability, int driver, String reason) {
    try (EmulatedGpu gpu =
        EmulatedGpu.plug("EMULATED_CAPABILITY=" + capability, "EMULATED_DRIVER=" + driver)) {
      assertThat(gpu.device().obstacle()).hasValueSatisfying(it -> assertThat(it).contains(reason));
    }
  }

  @ParameterizedTest
  @CsvSource({"35, false", "37, true", "75, true", "86, true", "89, true", "90, false"})
  void nd4jHasCodeForSomeGpusOnly(int capability, boolean serves) {
    try (EmulatedGpu gpu = EmulatedGpu.plug("EMULATED_CAPABILITY=" + capability)) {
      assertThat(gpu.device().servesNd4j()).isEqualTo(serves);
    }
  }

  @Test
  void noDeviceIsSaid() {
    try (EmulatedGpu _ = EmulatedGpu.plug("EMULATED_DEVICES=0")) {
      assertThatThrownBy(CudaDriver::open)
          .isInstanceOf(CudaException.class)
          .hasMessage("the CUDA driver finds no GPU");
    }
  }

  @Test
  void aCallThatFailsIsNamedWithItsError() {
    try (EmulatedGpu gpu = EmulatedGpu.plug()) {
      CudaDevice device = gpu.device();
      EmulatedGpu.set("EMULATED_FAILURE", "cuDevicePrimaryCtxRetain:101");
      assertThatThrownBy(device::open)
          .isInstanceOfSatisfying(
              CudaException.class,
              e -> {
                assertThat(e.call()).isEqualTo("cuDevicePrimaryCtxRetain");
                assertThat(e.code()).isEqualTo(101);
              })
          .hasMessageContaining("CUDA_ERROR_INVALID_DEVICE");
      EmulatedGpu.set("EMULATED_FAILURE", "cuDeviceGetCount:4711");
      assertThatThrownBy(() -> CudaDriver.open().devices())
          .hasMessageEndingWith("cuDeviceGetCount answered CUresult 4711");
    }
  }
}
