// The calls of NVIDIA's driver library that the programs here make, looked up when they run, so
// that they build without a CUDA toolkit.
#pragma once

#include <dlfcn.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace driver {

using Address = std::uint64_t;

inline void* library() {
    static void* opened = dlopen("libcuda.so.1", RTLD_NOW);
    return opened;
}

[[noreturn]] inline void fail(const std::string& what, const std::string& why) {
    std::fprintf(stderr, "%s: %s\n", what.c_str(), why.c_str());
    std::exit(1);
}

inline std::string errorName(int result) {
    const char* text = nullptr;
    using ErrorName = int (*)(int, const char**);
    auto function = reinterpret_cast<ErrorName>(dlsym(library(), "cuGetErrorName"));
    if (function != nullptr) {
        function(result, &text);
    }
    return text == nullptr ? "error " + std::to_string(result) : text;
}

// Calls a function of the library by its name, and returns what it returns, 0 where it went well.
template <class... Arguments>
int attempt(const char* name, Arguments... arguments) {
    if (library() == nullptr) {
        fail("libcuda.so.1", "there is none: no NVIDIA driver is installed");
    }
    auto function = reinterpret_cast<int (*)(Arguments...)>(dlsym(library(), name));
    if (function == nullptr) {
        fail(name, "the driver does not have it");
    }
    return function(arguments...);
}

// The same; ends the program if it fails.
template <class... Arguments>
void call(const char* name, Arguments... arguments) {
    int result = attempt(name, arguments...);
    if (result != 0) {
        fail(name, errorName(result));
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

// Compiles a file of PTX for the GPU. If that fails, ends the program with what the compiler says.
inline void* moduleOf(const std::string& file) {
    std::ifstream in(file);
    std::stringstream content;
    content << in.rdbuf();
    std::string text = content.str();
    // CU_JIT_ERROR_LOG_BUFFER, and its size in bytes.
    int options[] = {5, 6};
    char log[4096] = "";
    void* values[] = {log, reinterpret_cast<void*>(sizeof log)};
    void* module = nullptr;
    int result = attempt(
        "cuModuleLoadDataEx", &module, static_cast<const void*>(text.c_str()), 2u,
        static_cast<int*>(options), static_cast<void**>(values));
    if (result != 0) {
        std::string said = log;
        std::replace(said.begin(), said.end(), '\n', ' ');
        fail(file.substr(file.rfind('/') + 1), errorName(result) + " " + said);
    }
    return module;
}

}  // namespace driver
