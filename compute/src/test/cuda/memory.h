// Device memory of the stand-in driver: full of NaN at first, with a page behind it that nobody may
// touch, so that a kernel that reads what nobody wrote or goes too far is found out.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <map>

namespace memory {

struct Block {
  void* mapping;
  size_t mapped;
  size_t bytes;
};

inline std::map<uintptr_t, Block> blocks;
inline size_t used = 0;

inline uintptr_t allocate(size_t bytes) {
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
  blocks[address] = {mapping, data + page, bytes};
  used += bytes;
  return address;
}

inline bool release(uintptr_t address) {
  auto found = blocks.find(address);
  if (found == blocks.end()) {
    return false;
  }
  used -= found->second.bytes;
  munmap(found->second.mapping, found->second.mapped);
  blocks.erase(found);
  return true;
}

inline void releaseAll() {
  while (!blocks.empty()) {
    release(blocks.begin()->first);
  }
}

// Whether all of a range lies in one allocation.
inline bool holds(uintptr_t address, size_t bytes) {
  auto behind = blocks.upper_bound(address);
  if (behind == blocks.begin()) {
    return false;
  }
  const auto& [start, block] = *--behind;
  return address - start <= block.bytes && bytes <= block.bytes - (address - start);
}

}  // namespace memory
