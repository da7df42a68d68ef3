// The GPUs of the stand-in driver. Each has a context, memory and faults of its own, and what belongs
// to one is of no use on another.
#pragma once

#include <cstddef>
#include <map>

namespace gpus {

struct Gpu {
  int number = 0;
  // How many users its primary context has.
  int retained = 0;
  // Bytes of its memory in use.
  size_t used = 0;
  // A CUresult: what the first piece of work that failed has answered, until the context is gone.
  int fault = 0;
};

inline std::map<int, Gpu> all;

// That of the context which the calling thread has set.
inline thread_local Gpu* current = nullptr;

inline Gpu& of(int number) {
  Gpu& gpu = all[number];
  gpu.number = number;
  return gpu;
}

// The number of the calling thread's, or -1.
inline int currentNumber() { return current == nullptr ? -1 : current->number; }

}  // namespace gpus
