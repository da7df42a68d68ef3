// What a test asks the stand-in driver to pretend, by environment variables, which are read at
// every call so that one process can ask for one thing after the other:
//
//   EMULATED_DEVICES=n        GPUs (1)
//   EMULATED_CAPABILITY=75    compute capability of all of them, tenfold (80)
//   EMULATED_DRIVER=12040     newest CUDA that the driver serves (12040)
//   EMULATED_MEMORY=n         bytes of device memory (4 GB)
//   EMULATED_FAILURE=CALL:CODE[:N]   let the Nth (1st) call of CALL from now on answer CODE
#pragma once

#include <cstdlib>
#include <map>
#include <string>

namespace faults {

inline long long number(const char* name, long long usual) {
  const char* text = std::getenv(name);
  return text == nullptr || *text == 0 ? usual : std::atoll(text);
}

// The code that a call shall answer in place of doing its work; 0 for none.
inline int wanted(const std::string& call) {
  static std::map<std::string, int> calls;
  static std::string before;
  const char* text = std::getenv("EMULATED_FAILURE");
  std::string fault = text == nullptr ? "" : text;
  if (fault != before) {
    calls.clear();
    before = fault;
  }
  size_t colon = fault.find(':');
  if (fault.substr(0, colon) != call || colon == std::string::npos) {
    return 0;
  }
  size_t second = fault.find(':', colon + 1);
  int number = second == std::string::npos ? 1 : std::atoi(fault.c_str() + second + 1);
  return ++calls[call] == number ? std::atoi(fault.c_str() + colon + 1) : 0;
}

}  // namespace faults
