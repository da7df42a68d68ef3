// What a test asks the stand-in driver to pretend, by environment variables, which are read at
// every call so that one process can ask for one thing after the other:
//
//   EMULATED_DEVICES=n        GPUs (1)
//   EMULATED_CAPABILITY=75    compute capability of all of them, tenfold (80)
//   EMULATED_DRIVER=12040     newest CUDA that the driver serves (12040)
//   EMULATED_MEMORY=n,m       bytes of device memory, of each GPU (4 GB); the last is for all others
//   EMULATED_PINNED=n         bytes of pinned memory that there are (no limit)
//   EMULATED_OCCUPANCY=n      blocks of any kernel that fit on one of two multiprocessors (1024)
//   EMULATED_SECONDS=x        by which a kernel takes longer by the GPU's clock, and not in truth (0)
//   EMULATED_FAILURE=CALL[@GPU]:CODE[:N]   let the Nth (1st) call of CALL from now on, on a GPU or on
//                                          any, answer CODE
#pragma once

#include <cstdlib>
#include <map>
#include <string>

namespace faults {

inline std::string text(const char* name) {
  const char* found = std::getenv(name);
  return found == nullptr ? "" : found;
}

inline long long number(const char* name, long long usual) {
  const std::string found = text(name);
  return found.empty() ? usual : std::atoll(found.c_str());
}

// The number of a place in a list that commas divide, whose last is for all places behind it.
inline long long number(const char* name, int place, long long usual) {
  std::string found = text(name);
  for (size_t comma; place > 0 && (comma = found.find(',')) != std::string::npos; place--) {
    found.erase(0, comma + 1);
  }
  return found.empty() ? usual : std::atoll(found.c_str());
}

inline double seconds(const char* name) { return std::atof(text(name).c_str()); }

// The code that a call on a GPU shall answer in place of doing its work; 0 for none.
inline int wanted(const std::string& call, int gpu) {
  static int calls = 0;
  static std::string before;
  const std::string fault = text("EMULATED_FAILURE");
  if (fault != before) {
    calls = 0;
    before = fault;
  }
  const size_t colon = fault.find(':');
  const std::string name = fault.substr(0, colon);
  if (colon == std::string::npos || (name != call && name != call + "@" + std::to_string(gpu))) {
    return 0;
  }
  const size_t second = fault.find(':', colon + 1);
  const int number = second == std::string::npos ? 1 : std::atoi(fault.c_str() + second + 1);
  return ++calls == number ? std::atoi(fault.c_str() + colon + 1) : 0;
}

}  // namespace faults
