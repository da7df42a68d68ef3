// A stand-in for NVIDIA's driver library, for tests on machines without a GPU: the entry points that
// wordvec calls, over kernels that were compiled for the CPU. See faults.h for what it can pretend.

#include <cstdio>
#include <cstring>
#include <mutex>
#include <string>

#include "copies.h"
#include "emulation.h"
#include "faults.h"
#include "gpus.h"
#include "memory.h"
#include "modules.h"
#include "queue.h"

using gpus::Gpu;
using queue::Event;
using queue::Stream;

namespace {

enum Result {
  SUCCESS = 0,
  INVALID_VALUE = 1,
  OUT_OF_MEMORY = 2,
  NOT_INITIALIZED = 3,
  NO_DEVICE = 100,
  INVALID_DEVICE = 101,
  INVALID_CONTEXT = 201,
  NO_BINARY_FOR_GPU = 209,
  INVALID_PTX = 218,
  UNSUPPORTED_PTX_VERSION = 222,
  INVALID_HANDLE = 400,
  NOT_FOUND = 500,
  NOT_READY = 600,
  ILLEGAL_ADDRESS = 700,
  LAUNCH_OUT_OF_RESOURCES = 701,
  LAUNCH_FAILED = 719,
};

std::recursive_mutex mutex;
bool initialized = false;

// What modules and functions belong to.
std::map<const void*, Gpu*> owners;

int devices() { return static_cast<int>(faults::number("EMULATED_DEVICES", 1)); }

size_t totalMemory(int device) {
  return static_cast<size_t>(faults::number("EMULATED_MEMORY", device, 4LL << 30));
}

// Begins every call: one at a time, with the fault that a test asked for.
struct Entry {
  std::lock_guard<std::recursive_mutex> lock{mutex};
  int result;

  explicit Entry(const char* name, int device = gpus::currentNumber())
      : result(faults::wanted(name, device)) {
    if (result == SUCCESS && !initialized && std::strcmp(name, "cuInit") != 0) {
      result = NOT_INITIALIZED;
    }
  }
};

// The same for calls that need a context on their thread.
struct ContextEntry : Entry {
  explicit ContextEntry(const char* name) : Entry(name) {
    if (result == SUCCESS && (gpus::current == nullptr || gpus::current->retained == 0)) {
      result = INVALID_CONTEXT;
    }
    if (result == SUCCESS) {
      result = gpus::current->fault;
    }
  }
};

#define ENTER(Kind, name)         \
  Kind entry(name);               \
  if (entry.result != SUCCESS) {  \
    return entry.result;          \
  }

struct Pinned {
  const Gpu* gpu;
  size_t bytes;
};

std::map<void*, Pinned> pinned;

size_t pinnedBytes() {
  size_t sum = 0;
  for (const auto& [pointer, block] : pinned) {
    sum += block.bytes;
  }
  return sum;
}

// Whether there is such a stream of the calling thread's GPU.
bool known(Stream* stream) {
  return queue::streams.count(stream) != 0 && stream->gpu == gpus::current;
}

bool known(Event* event) {
  return queue::events.count(event) != 0 && event->gpu == gpus::current;
}

bool owned(const void* thing) {
  auto found = owners.find(thing);
  return found != owners.end() && found->second == gpus::current;
}

template <class Set, class Belongs, class Free>
void removeAll(Set& set, Belongs belongs, Free free) {
  for (auto at = set.begin(); at != set.end();) {
    if (belongs(*at)) {
      free(*at);
      at = set.erase(at);
    } else {
      at++;
    }
  }
}

// With its context goes all that a GPU holds, also what a program has not freed.
void releaseAll(Gpu& gpu) {
  const auto of = [&](const auto* thing) { return thing->gpu == &gpu; };
  const auto destroy = [](const auto* thing) { delete thing; };
  removeAll(queue::streams, of, destroy);
  removeAll(queue::events, of, destroy);
  removeAll(
      pinned, [&](const auto& entry) { return entry.second.gpu == &gpu; },
      [](const auto& entry) { std::free(entry.first); });
  removeAll(
      owners, [&](const auto& entry) { return entry.second == &gpu; }, [](const auto&) {});
  memory::releaseAll(&gpu);
  gpu.fault = SUCCESS;
}

// Whether a parameter of a kernel points into another GPU's memory.
bool isForeign(const std::vector<char>& parameter) {
  uintptr_t address = 0;
  if (parameter.size() != sizeof(address)) return false;
  std::memcpy(&address, parameter.data(), sizeof(address));
  const Gpu* holder = memory::holder(address, 1);
  return holder != nullptr && holder != gpus::current;
}

}  // namespace

extern "C" {

int cuInit(unsigned flags) {
  ENTER(Entry, "cuInit");
  if (flags != 0) return INVALID_VALUE;
  if (devices() == 0) return NO_DEVICE;
  initialized = true;
  return SUCCESS;
}

int cuDriverGetVersion(int* version) {
  ENTER(Entry, "cuDriverGetVersion");
  *version = static_cast<int>(faults::number("EMULATED_DRIVER", 12040));
  return SUCCESS;
}

int cuDeviceGetCount(int* count) {
  ENTER(Entry, "cuDeviceGetCount");
  *count = devices();
  return SUCCESS;
}

int cuDeviceGet(int* device, int ordinal) {
  ENTER(Entry, "cuDeviceGet");
  if (ordinal < 0 || ordinal >= devices()) return INVALID_DEVICE;
  *device = ordinal;
  return SUCCESS;
}

int cuDeviceGetName(char* name, int length, int device) {
  ENTER(Entry, "cuDeviceGetName");
  std::snprintf(name, static_cast<size_t>(length), "Emulated GPU %d", device);
  return SUCCESS;
}

int cuDeviceTotalMem_v2(size_t* bytes, int device) {
  ENTER(Entry, "cuDeviceTotalMem");
  *bytes = totalMemory(device);
  return SUCCESS;
}

int cuDeviceGetAttribute(int* value, int attribute, int) {
  ENTER(Entry, "cuDeviceGetAttribute");
  const int capability = static_cast<int>(faults::number("EMULATED_CAPABILITY", 80));
  switch (attribute) {
    case 16: *value = 2; return SUCCESS;  // multiprocessors
    case 75: *value = capability / 10; return SUCCESS;
    case 76: *value = capability % 10; return SUCCESS;
    default: return INVALID_VALUE;
  }
}

int cuGetErrorName(int code, const char** name) {
  static const std::map<int, const char*> names = {
      {INVALID_VALUE, "CUDA_ERROR_INVALID_VALUE"},
      {OUT_OF_MEMORY, "CUDA_ERROR_OUT_OF_MEMORY"},
      {NOT_INITIALIZED, "CUDA_ERROR_NOT_INITIALIZED"},
      {NO_DEVICE, "CUDA_ERROR_NO_DEVICE"},
      {INVALID_DEVICE, "CUDA_ERROR_INVALID_DEVICE"},
      {INVALID_CONTEXT, "CUDA_ERROR_INVALID_CONTEXT"},
      {NO_BINARY_FOR_GPU, "CUDA_ERROR_NO_BINARY_FOR_GPU"},
      {INVALID_PTX, "CUDA_ERROR_INVALID_PTX"},
      {UNSUPPORTED_PTX_VERSION, "CUDA_ERROR_UNSUPPORTED_PTX_VERSION"},
      {INVALID_HANDLE, "CUDA_ERROR_INVALID_HANDLE"},
      {NOT_FOUND, "CUDA_ERROR_NOT_FOUND"},
      {NOT_READY, "CUDA_ERROR_NOT_READY"},
      {ILLEGAL_ADDRESS, "CUDA_ERROR_ILLEGAL_ADDRESS"},
      {LAUNCH_OUT_OF_RESOURCES, "CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES"},
      {LAUNCH_FAILED, "CUDA_ERROR_LAUNCH_FAILED"},
  };
  auto found = names.find(code);
  *name = found == names.end() ? nullptr : found->second;
  return found == names.end() ? INVALID_VALUE : SUCCESS;
}

int cuDevicePrimaryCtxRetain(void** made, int device) {
  Entry entry("cuDevicePrimaryCtxRetain", device);
  if (entry.result != SUCCESS) return entry.result;
  Gpu& gpu = gpus::of(device);
  gpu.retained++;
  *made = &gpu;
  return SUCCESS;
}

int cuDevicePrimaryCtxRelease_v2(int device) {
  Entry entry("cuDevicePrimaryCtxRelease", device);
  if (entry.result != SUCCESS) return entry.result;
  Gpu& gpu = gpus::of(device);
  if (gpu.retained == 0) return INVALID_CONTEXT;
  if (--gpu.retained == 0) releaseAll(gpu);
  return SUCCESS;
}

int cuCtxSetCurrent(void* wanted) {
  ENTER(Entry, "cuCtxSetCurrent");
  Gpu* gpu = static_cast<Gpu*>(wanted);
  if (gpu != nullptr && (&gpus::of(gpu->number) != gpu || gpu->retained == 0)) {
    return INVALID_CONTEXT;
  }
  gpus::current = gpu;
  return SUCCESS;
}

int cuCtxSynchronize() {
  ENTER(ContextEntry, "cuCtxSynchronize");
  for (Stream* stream : queue::streams) {
    if (known(stream)) queue::drain(stream);
  }
  return gpus::current->fault;
}

int cuMemGetInfo_v2(size_t* free, size_t* total) {
  ENTER(ContextEntry, "cuMemGetInfo");
  const size_t used = gpus::current->used;
  *total = totalMemory(gpus::current->number);
  *free = *total > used ? *total - used : 0;
  return SUCCESS;
}

int cuMemAlloc_v2(uintptr_t* pointer, size_t bytes) {
  ENTER(ContextEntry, "cuMemAlloc");
  if (bytes == 0) return INVALID_VALUE;
  const size_t total = totalMemory(gpus::current->number);
  if (bytes > total || gpus::current->used > total - bytes) return OUT_OF_MEMORY;
  *pointer = memory::allocate(gpus::current, bytes);
  return *pointer == 0 ? OUT_OF_MEMORY : SUCCESS;
}

int cuMemFree_v2(uintptr_t pointer) {
  ENTER(ContextEntry, "cuMemFree");
  if (!memory::holds(pointer, 1)) return INVALID_VALUE;
  for (Stream* stream : queue::streams) {
    if (known(stream)) queue::drain(stream);
  }
  return memory::release(pointer) ? SUCCESS : INVALID_VALUE;
}

int cuMemHostAlloc(void** pointer, size_t bytes, unsigned) {
  ENTER(ContextEntry, "cuMemHostAlloc");
  if (bytes == 0) return INVALID_VALUE;
  const auto most = static_cast<size_t>(faults::number("EMULATED_PINNED", INT64_MAX));
  if (bytes > most || pinnedBytes() > most - bytes) return OUT_OF_MEMORY;
  *pointer = std::aligned_alloc(4096, (bytes + 4095) / 4096 * 4096);
  if (*pointer == nullptr) return OUT_OF_MEMORY;
  std::memset(*pointer, 0xFF, bytes);
  pinned[*pointer] = {gpus::current, bytes};
  return SUCCESS;
}

int cuMemFreeHost(void* pointer) {
  ENTER(ContextEntry, "cuMemFreeHost");
  if (pinned.erase(pointer) == 0) return INVALID_VALUE;
  std::free(pointer);
  return SUCCESS;
}

// A copy of memory that is not pinned may be over when the call returns. Where the GPU reads such
// memory itself it is not, and so it never is here.
int cuMemcpyHtoDAsync_v2(uintptr_t target, const void* source, size_t bytes, Stream* stream) {
  ENTER(ContextEntry, "cuMemcpyHtoDAsync");
  if (!known(stream)) return INVALID_HANDLE;
  if (!memory::holds(target, bytes)) return INVALID_VALUE;
  const uint64_t asked = copies::checksum(source, bytes);
  stream->work.push_back([=] {
    const bool done = copies::read(reinterpret_cast<void*>(target), source, bytes, asked);
    return done ? SUCCESS : ILLEGAL_ADDRESS;
  });
  return SUCCESS;
}

int cuMemcpyDtoHAsync_v2(void* target, uintptr_t source, size_t bytes, Stream* stream) {
  ENTER(ContextEntry, "cuMemcpyDtoHAsync");
  if (!known(stream)) return INVALID_HANDLE;
  if (!memory::holds(source, bytes)) return INVALID_VALUE;
  stream->work.push_back([=] {
    const bool done = copies::write(target, reinterpret_cast<const void*>(source), bytes);
    return done ? SUCCESS : ILLEGAL_ADDRESS;
  });
  return SUCCESS;
}

int cuMemcpyDtoDAsync_v2(uintptr_t target, uintptr_t source, size_t bytes, Stream* stream) {
  ENTER(ContextEntry, "cuMemcpyDtoDAsync");
  if (!known(stream)) return INVALID_HANDLE;
  if (!memory::holds(target, bytes) || !memory::holds(source, bytes)) return INVALID_VALUE;
  stream->work.push_back([=] {
    std::memmove(reinterpret_cast<void*>(target), reinterpret_cast<void*>(source), bytes);
    return SUCCESS;
  });
  return SUCCESS;
}

int cuMemsetD8Async(uintptr_t target, unsigned char value, size_t bytes, Stream* stream) {
  ENTER(ContextEntry, "cuMemsetD8Async");
  if (!known(stream)) return INVALID_HANDLE;
  if (!memory::holds(target, bytes)) return INVALID_VALUE;
  stream->work.push_back([=] {
    std::memset(reinterpret_cast<void*>(target), value, bytes);
    return SUCCESS;
  });
  return SUCCESS;
}

int cuStreamCreate(Stream** stream, unsigned) {
  ENTER(ContextEntry, "cuStreamCreate");
  *stream = *queue::streams.insert(new Stream{gpus::current, {}}).first;
  return SUCCESS;
}

int cuStreamDestroy_v2(Stream* stream) {
  ENTER(ContextEntry, "cuStreamDestroy");
  if (!known(stream)) return INVALID_HANDLE;
  queue::drain(stream);
  for (Event* event : queue::events) {
    event->stream = event->stream == stream ? nullptr : event->stream;
  }
  queue::streams.erase(stream);
  delete stream;
  return SUCCESS;
}

int cuStreamSynchronize(Stream* stream) {
  ENTER(ContextEntry, "cuStreamSynchronize");
  return known(stream) ? queue::drain(stream) : INVALID_HANDLE;
}

int cuStreamWaitEvent(Stream* stream, Event* event, unsigned) {
  ENTER(ContextEntry, "cuStreamWaitEvent");
  if (!known(stream) || !known(event)) return INVALID_HANDLE;
  queue::await(stream, event);
  return SUCCESS;
}

int cuEventCreate(Event** event, unsigned) {
  ENTER(ContextEntry, "cuEventCreate");
  *event = *queue::events.insert(new Event{gpus::current}).first;
  return SUCCESS;
}

int cuEventDestroy_v2(Event* event) {
  ENTER(ContextEntry, "cuEventDestroy");
  if (!known(event)) return INVALID_HANDLE;
  for (Stream* stream : queue::streams) {
    if (known(stream)) queue::drain(stream);
  }
  queue::events.erase(event);
  delete event;
  return SUCCESS;
}

int cuEventRecord(Event* event, Stream* stream) {
  ENTER(ContextEntry, "cuEventRecord");
  if (!known(stream) || !known(event)) return INVALID_HANDLE;
  queue::record(stream, event);
  return SUCCESS;
}

int cuEventSynchronize(Event* event) {
  ENTER(ContextEntry, "cuEventSynchronize");
  return known(event) ? queue::drainTo(event, event->asked) : INVALID_HANDLE;
}

int cuEventElapsedTime(float* milliseconds, Event* start, Event* end) {
  ENTER(ContextEntry, "cuEventElapsedTime");
  if (!known(start) || !known(end) || start->asked == 0 || end->asked == 0) return INVALID_HANDLE;
  if (start->happened < start->asked || end->happened < end->asked) return NOT_READY;
  *milliseconds = static_cast<float>(1e3 * (end->seconds - start->seconds));
  return SUCCESS;
}

int cuModuleLoadDataEx(modules::Module** module, const void* image, unsigned count, int* options,
                       void** values) {
  ENTER(ContextEntry, "cuModuleLoadDataEx");
  auto made = new modules::Module();
  std::string log;
  int result;
  try {
    result = modules::load(static_cast<const char*>(image),
                           static_cast<int>(faults::number("EMULATED_CAPABILITY", 80)),
                           static_cast<int>(faults::number("EMULATED_DRIVER", 12040)), *made, log);
  } catch (const std::exception& e) {
    log = e.what();
    result = INVALID_PTX;
  }
  for (unsigned i = 0; i + 1 < count; i++) {
    if (options[i] == 5 && options[i + 1] == 6) {
      std::snprintf(static_cast<char*>(values[i]), reinterpret_cast<size_t>(values[i + 1]), "%s",
                    log.c_str());
    }
  }
  if (result != SUCCESS) {
    delete made;
    return result;
  }
  modules::loaded.insert(made);
  owners[made] = gpus::current;
  *module = made;
  return SUCCESS;
}

int cuModuleUnload(modules::Module* module) {
  ENTER(ContextEntry, "cuModuleUnload");
  if (!owned(module) || modules::loaded.erase(module) == 0) return INVALID_HANDLE;
  owners.erase(module);
  delete module;
  return SUCCESS;
}

int cuModuleGetFunction(modules::Function** function, modules::Module* module, const char* name) {
  ENTER(ContextEntry, "cuModuleGetFunction");
  if (!owned(module)) return INVALID_HANDLE;
  if (module->kernels.count(name) == 0) return NOT_FOUND;
  *function = new modules::Function{emulation::find(name)};  // as long-lived as the process
  owners[*function] = gpus::current;
  return SUCCESS;
}

int cuFuncSetAttribute(modules::Function* function, int attribute, int value) {
  ENTER(ContextEntry, "cuFuncSetAttribute");
  if (attribute != 8 || value < 0 || value > (64 << 10)) return INVALID_VALUE;
  function->sharedBytes = static_cast<size_t>(value);
  return SUCCESS;
}

int cuOccupancyMaxActiveBlocksPerMultiprocessor(int* blocks, modules::Function* function,
                                                int threads, size_t sharedBytes) {
  ENTER(ContextEntry, "cuOccupancyMaxActiveBlocksPerMultiprocessor");
  if (!owned(function)) return INVALID_HANDLE;
  if (threads < 1 || threads > 1024 || sharedBytes > function->sharedBytes) return INVALID_VALUE;
  *blocks = static_cast<int>(faults::number("EMULATED_OCCUPANCY", 1024));
  return SUCCESS;
}

int cuLaunchKernel(modules::Function* function, unsigned gridX, unsigned gridY, unsigned gridZ,
                   unsigned blockX, unsigned blockY, unsigned blockZ, unsigned sharedBytes,
                   Stream* stream, void** parameters, void** extra) {
  ENTER(ContextEntry, "cuLaunchKernel");
  if (!known(stream) || !owned(function)) return INVALID_HANDLE;
  if (gridX < 1 || gridY != 1 || gridZ != 1 || blockX < 1 || blockX > 1024 || blockY != 1 ||
      blockZ != 1 || extra != nullptr || sharedBytes > function->sharedBytes) {
    return INVALID_VALUE;
  }
  // CUDA copies the parameters before it returns.
  std::vector<std::vector<char>> values;
  for (size_t i = 0; i < function->kernel->parameterSizes.size(); i++) {
    const char* from = static_cast<const char*>(parameters[i]);
    values.emplace_back(from, from + function->kernel->parameterSizes[i]);
    if (isForeign(values.back())) {
      std::fprintf(stderr, "emulated GPU: kernel %s: parameter %zu is in another GPU's memory\n",
                   function->kernel->name.c_str(), i);
      stream->work.push_back([] { return ILLEGAL_ADDRESS; });
      return SUCCESS;
    }
  }
  stream->work.push_back([=]() mutable {
    std::vector<void*> pointers;
    for (auto& value : values) {
      pointers.push_back(value.data());
    }
    queue::clockAhead += faults::seconds("EMULATED_SECONDS");
    const std::string fault = emulation::launch(*function->kernel, gridX, blockX, sharedBytes,
                                                pointers.data());
    if (!fault.empty()) {
      std::fprintf(stderr, "emulated GPU: kernel %s: %s\n", function->kernel->name.c_str(),
                   fault.c_str());
    }
    return fault.empty() ? SUCCESS : LAUNCH_FAILED;
  });
  return SUCCESS;
}

}  // extern "C"
