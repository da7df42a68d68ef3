// PTX modules of the stand-in driver. It runs the kernels of these names that it was linked with, from
// the sources or from the committed PTX, and refuses a PTX that does not match them.
#pragma once

#include <cstring>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "emulation.h"

namespace modules {

struct Module {
  std::map<std::string, std::vector<size_t>> kernels;
};

struct Function {
  const emulation::Kernel* kernel;
  size_t sharedBytes = 48 << 10;
};

inline std::set<Module*> loaded;

inline std::vector<size_t> parameters(const std::string& list) {
  static const std::regex parameter(R"(\.param\b[^,]*?\.[busf](\d+)[^,\[]*(?:\[(\d+)\])?)");
  std::vector<size_t> sizes;
  for (std::sregex_iterator at(list.begin(), list.end(), parameter), end; at != end; ++at) {
    const size_t elements = (*at)[2].matched ? std::stoul((*at)[2]) : 1;
    sizes.push_back(std::stoul((*at)[1]) / 8 * elements);
  }
  return sizes;
}

// Newest version of the PTX language, tenfold, that a driver of some CUDA version reads.
inline int newestPtx(int driver) {
  if (driver >= 13000) return 90;
  if (driver >= 12000) return 80 + (driver - 12000) / 10;
  if (driver >= 11000) return 70 + (driver - 11000) / 10;
  if (driver >= 10000) return 63 + (driver - 10000) / 10;
  return 60;
}

// A CUresult; what is wrong goes to the log.
inline int load(const std::string& text, int capability, int driver, Module& module,
                std::string& log) {
  std::smatch found;
  static const std::regex version(R"(\.version\s+(\d+)\.(\d))");
  static const std::regex target(R"(\.target\s+sm_(\d+))");
  if (!std::regex_search(text, found, version)) {
    log = "no .version: this is no PTX";
    return 218;
  }
  const int ptx = 10 * std::stoi(found[1]) + std::stoi(found[2]);
  if (ptx > newestPtx(driver)) {
    log = "Unsupported .version " + found[1].str() + "." + found[2].str();
    return 222;
  }
  if (!std::regex_search(text, found, target) || std::stoi(found[1]) > capability) {
    log = "the .target is newer than the GPU";
    return 209;
  }
  static const std::regex entry(R"(\.entry\s+([\w$]+)\s*\(([^)]*)\))");
  for (std::sregex_iterator at(text.begin(), text.end(), entry), end; at != end; ++at) {
    const std::string name = (*at)[1];
    const emulation::Kernel* kernel = emulation::find(name.c_str());
    module.kernels[name] = parameters((*at)[2]);
    if (kernel == nullptr) {
      log = "stale PTX: the sources have no kernel " + name;
      return 218;
    }
    if (kernel->parameterSizes != module.kernels[name]) {
      log = "stale PTX: kernel " + name + " has other parameters in the sources";
      return 218;
    }
  }
  return 0;
}

}  // namespace modules
