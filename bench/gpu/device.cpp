// Stands where the emulation stands in the checks of kernels, and runs the committed PTX on the
// first GPU. WORDVEC_ROOT is the folder of the repository. A schedule is then the hardware's.

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
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
        module = driver::moduleOf(file);
    }
    return module;
}

void* stream = nullptr;

// An array on the GPU that stands for one of the host's and is brought up to date around a launch. On
// both sides of it lie bytes that no kernel may write, and that are NaN to one that reads them.
struct Twin {
    char* host;
    std::size_t bytes;
    driver::Address outer;

    driver::Address address() const { return outer + MARGIN; }

    static constexpr std::size_t MARGIN = 512;
    static constexpr unsigned char UNTOUCHED = 0xFF;
};

// By the address on the host.
std::map<std::uint64_t, Twin>& twins() {
    static std::map<std::uint64_t, Twin> all;
    return all;
}

const Twin* twinAt(std::uint64_t address) {
    auto behind = twins().upper_bound(address);
    if (behind == twins().begin()) {
        return nullptr;
    }
    const Twin& twin = std::prev(behind)->second;
    return address - std::prev(behind)->first < twin.bytes ? &twin : nullptr;
}

void copyToHost(void* target, driver::Address source, std::size_t bytes) {
    driver::call("cuMemcpyDtoHAsync_v2", target, source, bytes, stream);
}

bool marginsAreUntouched(const Twin& twin) {
    unsigned char margins[2 * Twin::MARGIN];
    copyToHost(margins, twin.outer, Twin::MARGIN);
    copyToHost(margins + Twin::MARGIN, twin.address() + twin.bytes, Twin::MARGIN);
    driver::call("cuStreamSynchronize", stream);
    return std::all_of(std::begin(margins), std::end(margins), [](unsigned char byte) {
        return byte == Twin::UNTOUCHED;
    });
}

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
    auto found = std::find_if(loaded().begin(), loaded().end(), [&](const Loaded& candidate) {
        return candidate.kernel.name == kernel.name;
    });
    std::vector<std::uint64_t> values;
    std::vector<Twin> used;
    for (std::size_t i = 0; i < kernel.parameterSizes.size(); i++) {
        std::uint64_t value = 0;
        std::memcpy(&value, parameters[i], kernel.parameterSizes[i]);
        const Twin* twin = kernel.parameterSizes[i] == 8 ? twinAt(value) : nullptr;
        if (twin != nullptr) {
            used.push_back(*twin);
            value = twin->address() + (value - reinterpret_cast<std::uint64_t>(twin->host));
        }
        values.push_back(value);
    }
    std::vector<void*> pointers;
    for (auto& value : values) {
        pointers.push_back(&value);
    }
    for (const Twin& twin : used) {
        const void* source = twin.host;
        driver::call("cuMemcpyHtoDAsync_v2", twin.address(), source, twin.bytes, stream);
    }
    driver::call(
        "cuLaunchKernel", found->function, grid, 1u, 1u, block, 1u, 1u,
        static_cast<unsigned>(sharedBytes), stream, pointers.data(), static_cast<void**>(nullptr));
    driver::call("cuStreamSynchronize", stream);
    bool inBounds = true;
    for (const Twin& twin : used) {
        copyToHost(twin.host, twin.address(), twin.bytes);
        inBounds &= marginsAreUntouched(twin);
    }
    return inBounds ? "" : kernel.name + " writes outside of its arrays";
}

bool runsBlocksInTurn() { return false; }

Options optionsFromEnvironment() { return {}; }

GuardedMemory::GuardedMemory(std::size_t bytes)
    : usable(std::max<std::size_t>((bytes + 15) / 16 * 16, 16)), page(0) {
    begin();
    mapped = static_cast<char*>(std::aligned_alloc(16, usable));
    std::fill(mapped, mapped + usable, '\0');
    Twin twin{mapped, usable, 0};
    std::size_t outerBytes = usable + 2 * Twin::MARGIN;
    driver::call("cuMemAlloc_v2", &twin.outer, outerBytes);
    driver::call("cuMemsetD8Async", twin.outer, Twin::UNTOUCHED, outerBytes, stream);
    twins()[reinterpret_cast<std::uint64_t>(mapped)] = twin;
}

GuardedMemory::~GuardedMemory() {
    auto twin = twins().find(reinterpret_cast<std::uint64_t>(mapped));
    driver::call("cuMemFree_v2", twin->second.outer);
    twins().erase(twin);
    std::free(mapped);
}

void* GuardedMemory::endingAtGuard(std::size_t bytes) const {
    return mapped + (usable - std::max<std::size_t>(bytes, 16));
}

void* GuardedMemory::stackTop() const { return nullptr; }

}  // namespace emulation
