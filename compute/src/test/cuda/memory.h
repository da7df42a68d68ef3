// Device memory of the stand-in driver: full of NaN at first, with a page behind it that nobody may
// touch, so that a kernel that reads what nobody wrote or goes too far is found out.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <map>

#include "gpus.h"

namespace memory {

struct Block {
  gpus::Gpu* gpu;
  void* mapping;
  size_t mapped;
  size_t bytes;
};

inline std::map<uintptr_t, Block> blocks;

inline uintptr_t allocate(gpus::Gpu* gpu, size_t bytes) {
  const size_t page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  const size_t rounded = (bytes + 15) / 16 * 16;
  const size_t data = (rounded + page - 1) / page * page;
  void* mapping =
      mmap(nullptr, data + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapping == MAP_FAILED) {
    return 0;
  }
  char* guard = static_cast<char*>(mapping) + data;
  mprotect(guard, page, PROT_NONE);
  std::memset(mapping, 0xFF, data);
  const uintptr_t address = reinterpret_cast<uintptr_t>(guard - rounded);
  blocks[address] = {gpu, mapping, data + page, bytes};
  gpu->used += bytes;
  return address;
}

inline bool release(uintptr_t address) {
  auto found = blocks.find(address);
  if (found == blocks.end()) {
    return false;
  }
  found->second.gpu->used -= found->second.bytes;
  munmap(found->second.mapping, found->second.mapped);
  blocks.erase(found);
  return true;
}

inline void releaseAll(const gpus::Gpu* gpu) {
  for (auto at = blocks.begin(); at != blocks.end();) {
    const auto [address, block] = *at++;
    if (block.gpu == gpu) {
      release(address);
    }
  }
}

// The GPU in one of whose allocations all of a range lies; nullptr if there is none.
inline gpus::Gpu* holder(uintptr_t address, size_t bytes) {
  auto behind = blocks.upper_bound(address);
  if (behind == blocks.begin()) {
    return nullptr;
  }
  const auto& [start, block] = *--behind;
  const bool inside =
      address - start <= block.bytes && bytes <= block.bytes - (address - start);
  return inside ? block.gpu : nullptr;
}

// Whether all of a range lies in one allocation of the calling thread's GPU.
inline bool holds(uintptr_t address, size_t bytes) {
  return gpus::current != nullptr && holder(address, bytes) == gpus::current;
}

}  // namespace memory
