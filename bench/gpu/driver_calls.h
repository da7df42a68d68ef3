// The calls of NVIDIA's driver library that the programs here make, looked up when they run, so
// that they build without a CUDA toolkit.
#pragma once

#include <dlfcn.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace driver {

using Address = std::uint64_t;

inline void* library() {
    static void* opened = dlopen("libcuda.so.1", RTLD_NOW);
    return opened;
}

[[noreturn]] inline void fail(const char* what, const char* why) {
    std::fprintf(stderr, "%s: %s\n", what, why);
    std::exit(1);
}

// Calls a function of the library by its name; ends the program if it fails.
template <class... Arguments>
void call(const char* name, Arguments... arguments) {
    if (library() == nullptr) {
        fail("libcuda.so.1", "there is none: no NVIDIA driver is installed");
    }
    auto function = reinterpret_cast<int (*)(Arguments...)>(dlsym(library(), name));
    if (function == nullptr) {
        fail(name, "the driver does not have it");
    }
    int result = function(arguments...);
    if (result != 0) {
        const char* text = nullptr;
        using ErrorName = int (*)(int, const char**);
        auto errorName = reinterpret_cast<ErrorName>(dlsym(library(), "cuGetErrorName"));
        if (errorName != nullptr) {
            errorName(result, &text);
        }
        fail(name, text == nullptr ? "failed" : text);
    }
}

// Makes the first GPU the one of this thread.
inline int useFirstDevice() {
    call("cuInit", 0u);
    int device = 0;
    call("cuDeviceGet", &device, 0);
    void* context = nullptr;
    call("cuDevicePrimaryCtxRetain", &context, device);
    call("cuCtxSetCurrent", context);
    return device;
}

}  // namespace driver
