// Stands where the emulation stands in the checks of kernels, and runs the committed PTX on the
// first GPU. WORDVEC_ROOT is the folder of the repository. A schedule is then the hardware's.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "driver_calls.h"
#include "emulation.h"
#include "fiber.h"

namespace emulation {

namespace {

struct Loaded {
    Kernel kernel;
    void* function = nullptr;
    std::string file;
};

std::vector<Loaded>& loaded() {
    static std::vector<Loaded> all;
    return all;
}

// Sizes of the parameters, from lines such as ".param .u64 name_param_0,".
std::vector<std::size_t> sizesOf(const std::string& text, std::size_t at) {
    std::vector<std::size_t> sizes;
    std::size_t end = text.find(')', at);
    for (at = text.find(".param .", at); at < end; at = text.find(".param .", at + 1)) {
        sizes.push_back(text.compare(at + 9, 2, "64") == 0 ? 8 : 4);
    }
    return sizes;
}

void readModules() {
    const char* root = std::getenv("WORDVEC_ROOT");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root ? root : ".")) {
        bool resource = entry.path().string().find("/src/main/resources/") != std::string::npos;
        if (!resource || entry.path().extension() != ".ptx") {
            continue;
        }
        std::ifstream file(entry.path());
        std::stringstream content;
        content << file.rdbuf();
        std::string text = content.str();
        const std::string word = ".visible .entry ";
        for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
            std::size_t name = at + word.size();
            Kernel kernel{text.substr(name, text.find('(', name) - name), sizesOf(text, at), {}, {}};
            loaded().push_back({kernel, nullptr, entry.path().string()});
        }
    }
}

void* moduleOf(const std::string& file) {
    static std::map<std::string, void*> modules;
    void*& module = modules[file];
    if (module == nullptr) {
        std::ifstream in(file);
        std::stringstream content;
        content << in.rdbuf();
        std::string text = content.str();
        driver::call(
            "cuModuleLoadDataEx", &module, static_cast<const void*>(text.c_str()), 0u,
            static_cast<int*>(nullptr), static_cast<void**>(nullptr));
    }
    return module;
}

void* stream = nullptr;

void begin() {
    static bool begun = false;
    if (!begun) {
        begun = true;
        driver::useFirstDevice();
        driver::call("cuStreamCreate", &stream, 0u);
        readModules();
    }
}

}  // namespace

const Kernel* find(const std::string& name) {
    begin();
    for (Loaded& candidate : loaded()) {
        if (candidate.kernel.name == name) {
            if (candidate.function == nullptr) {
                driver::call(
                    "cuModuleGetFunction", &candidate.function, moduleOf(candidate.file),
                    name.c_str());
            }
            return &candidate.kernel;
        }
    }
    return nullptr;
}

std::string launch(
        const Kernel& kernel, unsigned grid, unsigned block, std::size_t sharedBytes,
        void** parameters, const Options&) {
    for (Loaded& candidate : loaded()) {
        if (candidate.kernel.name == kernel.name) {
            driver::call(
                "cuLaunchKernel", candidate.function, grid, 1u, 1u, block, 1u, 1u,
                static_cast<unsigned>(sharedBytes), stream, parameters,
                static_cast<void**>(nullptr));
            driver::call("cuStreamSynchronize", stream);
        }
    }
    return "";
}

Options optionsFromEnvironment() { return {}; }

// Memory that host and GPU share; 1 is CU_MEM_ATTACH_GLOBAL. The stand-in has pinned memory only,
// which its kernels, running on the host, reach too.
GuardedMemory::GuardedMemory(std::size_t bytes) : usable(std::max<std::size_t>(bytes, 16)), page(0) {
    begin();
    driver::Address address = 0;
    if (dlsym(driver::library(), "cuMemAllocManaged") != nullptr) {
        driver::call("cuMemAllocManaged", &address, usable, 1u);
    } else {
        driver::call("cuMemHostAlloc", reinterpret_cast<void**>(&address), usable, 0u);
    }
    mapped = reinterpret_cast<char*>(address);
    std::fill(mapped, mapped + usable, '\0');
}

GuardedMemory::~GuardedMemory() = default;

void* GuardedMemory::endingAtGuard(std::size_t bytes) const {
    return mapped + (usable - std::max<std::size_t>(bytes, 16));
}

void* GuardedMemory::stackTop() const { return nullptr; }

}  // namespace emulation
