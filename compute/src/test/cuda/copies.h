// Copies between this process and a GPU of the stand-in driver, made long after they were asked for.
// A program that has freed or changed its memory by then is told so and need not crash.
#pragma once

#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>

namespace copies {

// FNV-1a, eight bytes at a time.
inline uint64_t checksum(const void* memory, size_t bytes) {
  const char* at = static_cast<const char*>(memory);
  uint64_t sum = 0xCBF29CE484222325u;
  for (; bytes >= sizeof(sum); bytes -= sizeof(sum), at += sizeof(sum)) {
    uint64_t word;
    std::memcpy(&word, at, sizeof(word));
    sum = (sum ^ word) * 0x100000001B3u;
  }
  for (; bytes > 0; bytes--) {
    sum = (sum ^ static_cast<unsigned char>(*at++)) * 0x100000001B3u;
  }
  return sum;
}

// Whether the system made a copy; where it may not copy for us, we do, whatever comes of it.
inline bool made(ssize_t copied, void* target, const void* source, size_t bytes) {
  if (copied < 0 && errno != EFAULT) {
    std::memcpy(target, source, bytes);
    return true;
  }
  return copied == static_cast<ssize_t>(bytes);
}

// Reads memory of this process as it was when the copy was asked for.
inline bool read(void* target, const void* source, size_t bytes, uint64_t asked) {
  const iovec here{target, bytes};
  const iovec there{const_cast<void*>(source), bytes};
  const bool whole =
      made(process_vm_readv(getpid(), &here, 1, &there, 1, 0), target, source, bytes);
  if (!whole || checksum(target, bytes) != asked) {
    std::fprintf(stderr, "emulated GPU: the source of a copy was %s before the copy was over\n",
                 whole ? "changed" : "freed");
    return false;
  }
  return true;
}

// Writes to memory of this process, if it is still there.
inline bool write(void* target, const void* source, size_t bytes) {
  const iovec here{const_cast<void*>(source), bytes};
  const iovec there{target, bytes};
  if (!made(process_vm_writev(getpid(), &here, 1, &there, 1, 0), target, source, bytes)) {
    std::fprintf(stderr, "emulated GPU: the target of a copy was freed before the copy was over\n");
    return false;
  }
  return true;
}

}  // namespace copies
