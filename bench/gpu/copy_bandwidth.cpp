// Measures how fast the first GPU copies inside its own memory, in bytes read and written a second:
// what the kernels' traffic is compared with. Prints the GPU's name, and TB/s.

#include <algorithm>

#include "driver_calls.h"

int main() {
    int device = driver::useFirstDevice();
    char name[256];
    driver::call("cuDeviceGetName", name, 256, device);
    constexpr std::size_t BYTES = std::size_t{1} << 30;
    driver::Address from = 0;
    driver::Address to = 0;
    driver::call("cuMemAlloc_v2", &from, BYTES);
    driver::call("cuMemAlloc_v2", &to, BYTES);
    void* stream = nullptr;
    driver::call("cuStreamCreate", &stream, 0u);
    void* begun = nullptr;
    void* ended = nullptr;
    driver::call("cuEventCreate", &begun, 0u);
    driver::call("cuEventCreate", &ended, 0u);
    float best = 1e30f;
    for (int round = 0; round < 10; round++) {
        float milliseconds = 0;
        driver::call("cuEventRecord", begun, stream);
        driver::call("cuMemcpyDtoDAsync_v2", to, from, BYTES, stream);
        driver::call("cuEventRecord", ended, stream);
        driver::call("cuEventSynchronize", ended);
        driver::call("cuEventElapsedTime", &milliseconds, begun, ended);
        best = std::min(best, milliseconds);
    }
    std::printf("%s\t%.3f\n", name, 2.0 * BYTES / (best * 1e-3) / 1e12);
    return 0;
}
