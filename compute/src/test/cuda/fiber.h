// A thread of control with a stack of its own, which another one continues where it left off.
#pragma once

#include <cstddef>

#if !defined(__x86_64__)
#include <ucontext.h>
#endif

namespace emulation {

// Memory that ends at a page that nobody may touch.
class GuardedMemory {
public:
    explicit GuardedMemory(std::size_t bytes);
    ~GuardedMemory();
    GuardedMemory(const GuardedMemory&) = delete;
    GuardedMemory& operator=(const GuardedMemory&) = delete;

    // So that the last byte of `bytes` lies before the guard.
    void* endingAtGuard(std::size_t bytes) const;
    // Above a guard, for a stack, which grows downwards.
    void* stackTop() const;

private:
    char* mapped;
    std::size_t usable;
    std::size_t page;
};

class Fiber {
public:
    Fiber();
    // Will run the entry when it is next switched to. The entry never returns.
    void prepare(void (*entry)());
    // Leaves this fiber, which must be the one that runs, for another.
    void switchTo(Fiber& other);

private:
    GuardedMemory* stack = nullptr;
#if defined(__x86_64__)
    void* stackPointer = nullptr;
#else
    ucontext_t context;
#endif
};

}  // namespace emulation
