#include "fiber.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <new>

namespace emulation {

namespace {
constexpr std::size_t STACK_BYTES = 128 * 1024;
}

GuardedMemory::GuardedMemory(std::size_t bytes) : page(static_cast<std::size_t>(getpagesize())) {
    usable = (bytes + page - 1) / page * page;
    void* memory = mmap(
        nullptr, usable + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) {
        throw std::bad_alloc();
    }
    mapped = static_cast<char*>(memory);
    if (usable > 0 && mprotect(mapped + page, usable, PROT_READ | PROT_WRITE) != 0) {
        throw std::bad_alloc();
    }
}

GuardedMemory::~GuardedMemory() { munmap(mapped, usable + 2 * page); }

void* GuardedMemory::endingAtGuard(std::size_t bytes) const {
    return mapped + page + usable - bytes;
}

void* GuardedMemory::stackTop() const { return mapped + page + usable; }

#if defined(__x86_64__)

// Registers that a call preserves go to the old stack and come from the new one: a switch takes
// some nanoseconds, where swapcontext asks the kernel twice.
asm(R"(
    .text
    .globl emulation_switch
emulation_switch:
    pushq %rbp
    pushq %rbx
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    movq %rsp, (%rdi)
    movq %rsi, %rsp
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    ret
)");
extern "C" void emulation_switch(void** from, void* to);

Fiber::Fiber() = default;

void Fiber::prepare(void (*entry)()) {
    if (stack == nullptr) {
        stack = new GuardedMemory(STACK_BYTES);
    }
    auto* top = static_cast<std::uint64_t*>(stack->stackTop());
    *--top = 0;
    *--top = reinterpret_cast<std::uint64_t>(entry);
    stackPointer = top - 6;
}

void Fiber::switchTo(Fiber& other) { emulation_switch(&stackPointer, other.stackPointer); }

#else

Fiber::Fiber() { getcontext(&context); }

void Fiber::prepare(void (*entry)()) {
    if (stack == nullptr) {
        stack = new GuardedMemory(STACK_BYTES);
    }
    context.uc_stack.ss_sp = stack->endingAtGuard(STACK_BYTES);
    context.uc_stack.ss_size = STACK_BYTES;
    context.uc_link = nullptr;
    makecontext(&context, entry, 0);
}

void Fiber::switchTo(Fiber& other) { swapcontext(&context, &other.context); }

#endif

}  // namespace emulation
